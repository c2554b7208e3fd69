package dev.drydock.attempt;

import dev.drydock.lesson.Course;
import dev.drydock.lesson.Lessons;
import dev.drydock.lesson.MachineTimes;
import dev.drydock.machine.IdleWish;
import dev.drydock.machine.IdleWishes;
import dev.drydock.machine.Owner;
import org.springframework.stereotype.Component;

/** A learner's machine is kept for as long as the course wishes in which they opened a lesson last. */
@Component
record CourseWishes(LastCourses last, Lessons lessons) implements IdleWishes {

    @Override
    public IdleWish of(Owner owner) {
        return last.of(LearnerMachines.learnerOf(owner))
                .flatMap(lessons::course)
                .map(Course::machineTimes)
                .map(CourseWishes::wish)
                .orElse(IdleWish.NONE);
    }

    private static IdleWish wish(MachineTimes times) {
        return new IdleWish(times.pauseAfter(), times.stopAfter(), times.expireAfter(), times.grace());
    }
}
