package dev.drydock.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;
import org.jspecify.annotations.Nullable;

/**
 * The words after a fence's backticks.
 *
 * @param language empty where there is none
 * @param words what stands behind the language
 */
record Fence(String language, List<String> words) {

    static final Fence NONE = new Fence("", List.of());
    static final String MERMAID = "mermaid";

    private static final Set<String> SHELLS = Set.of("sh", "bash", "shell");
    private static final Set<String> FLAGS = Set.of("copy", "fails", "stays");
    private static final String TERMINAL = "terminal=";
    private static final String SAVE = "save=";
    /** More cannot be meant; what is left over counts as one. */
    private static final int WORDS_LIMIT = 10;

    private static final int PATH_LIMIT = 200;
    private static final Pattern PATH = Pattern.compile("~?(?:/(?!\\.{1,2}(?:/|$))[\\p{L}\\p{N}._+@-]+)+");

    Fence {
        words = List.copyOf(words);
    }

    static Fence of(FencedCodeBlock block) {
        @Nullable String info = block.getInfo();
        if (info == null || info.isBlank()) {
            return NONE;
        }
        List<String> words = List.of(info.strip().split("\\s+", WORDS_LIMIT));
        return new Fence(words.getFirst(), words.subList(1, words.size()));
    }

    /** Whether a path is one that a fence can be saved to: absolute or below home, and nothing but itself. */
    static boolean isPath(String path) {
        return path.length() <= PATH_LIMIT && PATH.matcher(path).matches();
    }

    boolean shell() {
        return SHELLS.contains(language);
    }

    boolean has(String flag) {
        return words.contains(flag);
    }

    /** Whether the learner may have it typed into a terminal. */
    boolean runs() {
        return shell() && !has("copy") && save().isEmpty();
    }

    Optional<String> terminal() {
        return value(TERMINAL);
    }

    Optional<String> save() {
        return value(SAVE);
    }

    private Optional<String> value(String key) {
        return words.stream()
                .filter(word -> word.startsWith(key))
                .map(word -> word.substring(key.length()))
                .findFirst();
    }

    /** What its button does; null where it can only be copied. A terminal that is not there is taken for the main one. */
    @Nullable
    Action action(int line, String text, Set<String> terminals) {
        if (text.isBlank()) {
            return null;
        }
        Optional<String> path = save().filter(Fence::isPath);
        if (path.isPresent()) {
            return new Action.Save(line, language, text, path.get());
        }
        String terminal = terminal().filter(terminals::contains).orElse(Terminal.MAIN);
        return runs() ? new Action.Run(line, language, text, terminal, has("fails"), has("stays")) : null;
    }

    /** The words that mean nothing. */
    List<String> unknown() {
        return words.stream()
                .filter(word -> !FLAGS.contains(word) && !word.startsWith(TERMINAL) && !word.startsWith(SAVE))
                .toList();
    }

    /** The words, by what they are about, that are there more than once. */
    List<String> twice() {
        List<String> keys =
                words.stream().map(word -> word.replaceFirst("=.*", "=")).toList();
        List<String> twice = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            if (keys.indexOf(keys.get(i)) < i) {
                twice.add(words.get(i));
            }
        }
        return twice;
    }
}
