package dev.drydock.lesson;

import java.util.List;

/**
 * What stands behind a task, the same in every language.
 *
 * @param points what it counts; 0 where the author gave none
 * @param wrong tries that must not pass, ordered by name
 */
public record Task(String id, int points, Script check, Script solve, List<WrongTry> wrong) implements Exercise {

    public Task {
        wrong = List.copyOf(wrong);
    }

    /** Whether the check is run even when the machine's Engine does not answer: {@code # engine optional} at its head. */
    public boolean engineOptional() {
        return check instanceof Script.Ready ready && ready.head().contains("# engine optional");
    }

    /** The solution as it is shown to learners, without what only makes it a script; empty where it cannot be run. */
    public String solution() {
        return solve instanceof Script.Ready ready ? ready.body() : "";
    }
}
