package dev.drydock.preparation;

/** What came of writing a fence's text to a file in a machine. */
public sealed interface Saving {

    /** The file is there now; there was none of its name. */
    record Saved() implements Saving {}

    /** The file was there already and had this text. */
    record Same() implements Saving {}

    /** The file is there now; what was there before has the same name and {@code ~} behind it. */
    record KeptOld() implements Saving {}

    /**
     * Nothing was written, or not all of it; what was there before is still there.
     *
     * @param output why, in the words of the machine's programs
     */
    record Failed(int exitCode, String output) implements Saving {}
}
