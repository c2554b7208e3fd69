package dev.drydock.lesson;

/**
 * What a button on a fence does. Texts are the fence's, with the names of the author's variables filled in and those that
 * differ from learner to learner still to be ({@link Variables#fill}).
 */
public sealed interface Action {

    /** Where the fence starts in the author's file, from 1. */
    int line();

    /** The fence's language; empty where it has none. */
    String language();

    /** Ends with a line end. */
    String text();

    /**
     * Typed into a terminal.
     *
     * @param terminal {@link Terminal#MAIN} or one of the lesson's own
     * @param fails whether it is meant to end with an error
     * @param stays whether it does not give the prompt back until it is interrupted
     */
    record Run(int line, String language, String text, String terminal, boolean fails, boolean stays)
            implements Action {}

    /**
     * Written to a file in the machine.
     *
     * @param path absolute, or below home with {@code ~/} before it
     */
    record Save(int line, String language, String text, String path) implements Action {

        /** For addresses. It stands for path and text, so that a page from before an edit never saves what it does not show. */
        public String id() {
            return Digest.of(path + "\0" + text);
        }
    }
}
