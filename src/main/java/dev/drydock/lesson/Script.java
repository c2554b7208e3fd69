package dev.drydock.lesson;

import java.util.List;
import java.util.stream.Collectors;

/** A script of a lesson, read when the lesson was read, so that it always belongs to the text beside it. */
public sealed interface Script {

    /** Relative to the lessons directory. */
    String file();

    /**
     * One that can be run.
     *
     * @param text starts with a {@code #!} line
     */
    record Ready(String file, String text) implements Script {

        /** The lines of comment that it starts with, without white space around them. */
        List<String> head() {
            return text.lines()
                    .takeWhile(line -> line.startsWith("#"))
                    .map(String::strip)
                    .toList();
        }

        /** What comes after its head, without {@code set -eu}, which is of no use at a prompt. */
        String body() {
            return text.lines()
                    .dropWhile(line -> line.startsWith("#") || line.isBlank())
                    .dropWhile(line -> line.strip().equals("set -eu") || line.isBlank())
                    .collect(Collectors.joining("\n"))
                    .stripTrailing();
        }
    }

    /**
     * One that cannot.
     *
     * @param reason for the author: what is wrong and what to do
     */
    record Broken(String file, String reason) implements Script {}
}
