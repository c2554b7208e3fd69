package dev.drydock.lesson;

import java.util.List;
import java.util.Set;
import org.commonmark.node.FencedCodeBlock;
import org.jspecify.annotations.Nullable;

/**
 * The words after a fence's backticks.
 *
 * @param language empty where there is none
 * @param rest what stands behind the language
 */
record Fence(String language, List<String> rest) {

    static final Fence NONE = new Fence("", List.of());

    private static final Set<String> SHELLS = Set.of("sh", "bash", "shell");
    private static final String COPY = "copy";

    Fence {
        rest = List.copyOf(rest);
    }

    static Fence of(FencedCodeBlock block) {
        @Nullable String info = block.getInfo();
        if (info == null || info.isBlank()) {
            return NONE;
        }
        List<String> words = List.of(info.strip().split("\\s+"));
        return new Fence(words.getFirst(), words.subList(1, words.size()));
    }

    /** Whether the learner may have it typed into the terminal. */
    boolean run() {
        return SHELLS.contains(language) && !rest.contains(COPY);
    }

    /** The words that mean nothing. */
    List<String> unknown() {
        return rest.stream().filter(word -> !word.equals(COPY)).toList();
    }
}
