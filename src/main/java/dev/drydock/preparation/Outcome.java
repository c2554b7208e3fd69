package dev.drydock.preparation;

/** How a {@link Preparation} ended. */
public sealed interface Outcome {

    /** The machine stands at the start that was asked for. */
    record Ready() implements Outcome {}

    /**
     * It does not; what came before this script has been done.
     *
     * @param script the file, relative to the lessons directory; the directory {@code files} where a file could not be put
     * @param exitCode how it ended; 124 where it was stopped at its limit
     * @param output the last 16 KiB of what it wrote, for the author, as it wrote them
     */
    record Failed(String script, int exitCode, String output) implements Outcome {

        /** Such as {@code c/l/setup.sh ended with 3}. */
        public String end() {
            return Execution.end(script, exitCode);
        }

        @Override
        public String toString() {
            return Execution.told(script, exitCode, output);
        }
    }
}
