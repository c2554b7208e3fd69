package dev.drydock.lesson;

import java.util.stream.Collectors;

/** Tells whether a lesson's first language has changed since a translation was made of it. */
public final class SourceDigest {

    private SourceDigest() {}

    /**
     * For {@code translates} in the translation's front matter. Line ends, white space at the end of lines and empty lines
     * at the end of the file make no difference.
     *
     * @param markdown the whole of {@code lesson.md}, front matter included
     * @return 12 hexadecimal digits
     */
    public static String of(String markdown) {
        return Digest.of(markdown.lines()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"))
                .strip()
                .replace("\uFEFF", ""));
    }
}
