package dev.drydock.attempt;

import dev.drydock.attempt.Policy.CourseRules;
import dev.drydock.lesson.Lesson;
import dev.drydock.lesson.Solutions;

/** When a learner may see a task's solution. */
sealed interface Solution {

    record Now() implements Solution {}

    /** Once so many more checks have said "not yet", or the task has passed. */
    record After(int tries) implements Solution {}

    record Never() implements Solution {}

    static Solution of(Lesson lesson, TaskState state, CourseRules rules) {
        if (!rules.solutions()) {
            return new Never();
        }
        return switch (lesson.solutions()) {
            case Solutions.Never() -> new Never();
            case Solutions.After(int tries) ->
                state.passed() || state.missed() >= tries ? new Now() : new After(tries - state.missed());
        };
    }
}
