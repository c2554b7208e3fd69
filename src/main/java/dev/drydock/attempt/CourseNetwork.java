package dev.drydock.attempt;

import dev.drydock.account.LearnerId;
import dev.drydock.internet.Internet;
import dev.drydock.lesson.Lesson;
import dev.drydock.lesson.Lessons;
import dev.drydock.machine.Machine;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which network learners' machines have: the internet while the course that was opened last asks for it, where the host allows it. */
@Component
record CourseNetwork(Lessons lessons, LastCourses last, Internet internet) {

    /** Whether machines have the internet in this lesson. */
    boolean hasInternet(Lesson lesson) {
        return lesson.start().internet() && internet.isAllowed();
    }

    /** Whether the lesson goes without the internet that it asks for. */
    boolean isWithoutInternet(Lesson lesson) {
        return lesson.start().internet() && !internet.isAllowed();
    }

    /** Opens the internet to a machine, or closes it, as the lesson has it. It has to be the learner's turn. */
    void apply(Machine machine, Lesson lesson) {
        if (hasInternet(lesson)) {
            machine.openInternet();
        } else {
            machine.closeInternet();
        }
    }

    /**
     * Opens it again where the learner comes back to a course that has it, after a restart of the server say; costs nothing otherwise. It has to
     * be the learner's turn.
     */
    void restore(Machine machine, LearnerId learner) {
        if (internet.isAllowed() && !machine.hasInternet() && asksForInternet(last.of(learner))) {
            machine.openInternet();
        }
    }

    private boolean asksForInternet(Optional<String> course) {
        return course.flatMap(lessons::course).stream()
                .flatMap(found -> found.lessons().stream())
                .anyMatch(lesson -> lesson.start().internet());
    }
}
