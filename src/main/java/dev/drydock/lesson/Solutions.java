package dev.drydock.lesson;

/** Whether and when a learner may see the solution of a task. */
public sealed interface Solutions {

    /** Where neither the course nor the lesson says anything. */
    Solutions DEFAULT = new After(3);

    /** Whether it may be seen after so many tries that did not pass. */
    boolean openAfter(int tries);

    /**
     * After some tries that did not pass.
     *
     * @param tries 0 for at once
     */
    record After(int tries) implements Solutions {

        @Override
        public boolean openAfter(int made) {
            return made >= tries;
        }
    }

    /** Not at all, in an examination for example. */
    record Never() implements Solutions {

        @Override
        public boolean openAfter(int tries) {
            return false;
        }
    }
}
