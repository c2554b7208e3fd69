package dev.drydock.authoring;

import java.util.ArrayList;
import java.util.List;

/** The {@code translates} of a translation's front matter, as text, so that everything else stays as its author wrote it. */
final class TranslationStamp {

    private static final String FENCE = "---";
    private static final String KEY = "translates:";

    private TranslationStamp() {}

    /** The same text with that digest, in front matter that is made where there is none. */
    static String put(String markdown, String digest) {
        String stamp = KEY + " " + digest;
        List<String> lines = new ArrayList<>(List.of(markdown.split("\n", -1)));
        int end = end(lines);
        if (end < 0) {
            return FENCE + "\n" + stamp + "\n" + FENCE + "\n" + markdown;
        }
        for (int i = 1; i < end; i++) {
            if (lines.get(i).startsWith(KEY)) {
                lines.set(i, stamp);
                return String.join("\n", lines);
            }
        }
        lines.add(end, stamp);
        return String.join("\n", lines);
    }

    /** The line that closes the front matter; -1 where there is none. */
    private static int end(List<String> lines) {
        if (!lines.getFirst().stripTrailing().equals(FENCE)) {
            return -1;
        }
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).stripTrailing().equals(FENCE)) {
                return i;
            }
        }
        return -1;
    }
}
