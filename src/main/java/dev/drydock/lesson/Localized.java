package dev.drydock.lesson;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The same thing in several languages; where one is missing, the first language stands in.
 *
 * @param first the language that is always there
 */
public record Localized<T>(Locale first, Map<Locale, T> values) {

    public Localized {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        if (!values.containsKey(first)) {
            throw new IllegalArgumentException("Nothing in the first language, " + first.toLanguageTag());
        }
    }

    /** What a reader of that language gets: the exact match, else the language without its region, else the first. */
    public T in(Locale wanted) {
        T exact = values.get(wanted);
        if (exact != null) {
            return exact;
        }
        T sameLanguage = values.get(Locale.of(wanted.getLanguage()));
        return sameLanguage != null ? sameLanguage : inFirst();
    }

    public Set<Locale> languages() {
        return values.keySet();
    }

    private T inFirst() {
        T value = values.get(first);
        if (value == null) {
            throw new IllegalStateException("Checked at construction");
        }
        return value;
    }
}
