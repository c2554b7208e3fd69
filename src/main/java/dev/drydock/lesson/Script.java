package dev.drydock.lesson;

/** A script of a task, read when its lesson was read, so that it always belongs to the text beside it. */
public sealed interface Script {

    /** Relative to the lessons directory. */
    String file();

    /**
     * One that can be run.
     *
     * @param text starts with a {@code #!} line
     */
    record Ready(String file, String text) implements Script {}

    /**
     * One that cannot.
     *
     * @param reason for the author: what is wrong and what to do
     */
    record Broken(String file, String reason) implements Script {}
}
