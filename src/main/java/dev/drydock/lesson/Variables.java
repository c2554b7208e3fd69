package dev.drydock.lesson;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A lesson's variables for one learner.
 *
 * @param authored by name, as the author defined them
 * @param learner the learner's name, fit for names of images and the like: {@code [a-z0-9]+}
 */
public record Variables(Map<String, String> authored, String learner) {

    /** The one that everybody has and that differs from learner to learner. */
    static final String LEARNER = "LEARNER";

    private static final int LENGTH_LIMIT = 30;
    private static final VariableNames PERSONAL = new VariableNames(Set.of(LEARNER));

    public Variables {
        authored = Map.copyOf(authored);
        if (!learner.matches("[a-z0-9]+")) {
            throw new IllegalArgumentException("Not fit for a name: '" + learner + "'");
        }
    }

    /** A name of a person without all that is no lower-case Latin letter or digit; {@code learner} if nothing is left. */
    public static String learner(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "");
        return plain.isEmpty() ? "learner" : plain.substring(0, Math.min(plain.length(), LENGTH_LIMIT));
    }

    /**
     * A text or HTML of the lesson with what differs from learner to learner filled in. The value is letters and digits, so
     * there is nothing to escape.
     */
    public String fill(String text) {
        return PERSONAL.fill(text, name -> learner);
    }

    /** For scripts. */
    public Map<String, String> asEnvironment() {
        Map<String, String> environment = new LinkedHashMap<>();
        authored.forEach((name, value) -> environment.put(name, fill(value)));
        environment.put(LEARNER, learner);
        return environment;
    }
}
