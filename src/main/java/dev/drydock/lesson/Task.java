package dev.drydock.lesson;

import java.util.List;

/**
 * What stands behind a task, the same in every language.
 *
 * @param points what it counts; 0 where the author gave none
 * @param wrong tries that must not pass, ordered by name
 */
public record Task(String id, int points, Script check, Script solve, List<WrongTry> wrong) {

    public Task {
        wrong = List.copyOf(wrong);
    }
}
