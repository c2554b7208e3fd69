package dev.drydock.authoring;

import java.util.List;

/** How it stands with a command that was typed into a shell. */
sealed interface Ending {

    /** What was shown, without what steers a terminal. */
    String output();

    /**
     * The prompt is back.
     *
     * @param exitCodes of the fence's commands, in order
     */
    record Back(List<Integer> exitCodes, String output) implements Ending {

        public Back {
            exitCodes = List.copyOf(exitCodes);
        }

        boolean succeeded() {
            return exitCodes.stream().allMatch(code -> code == 0);
        }
    }

    /** It still runs. */
    record Running(String output) implements Ending {}

    /** The shell itself has ended. */
    record Closed(int exitStatus, String output) implements Ending {}
}
