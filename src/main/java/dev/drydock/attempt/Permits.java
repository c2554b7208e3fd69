package dev.drydock.attempt;

import dev.drydock.account.Learner;
import dev.drydock.attempt.Policy.CourseRules;
import dev.drydock.attempt.Policy.Permissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** What the pages ask before they show a learner something. Instructors see all there is: what they assign, they want to read before. */
class Permits {

    private final Policy policy;
    private final InstantSource clock;

    Permits(Policy policy, InstantSource clock) {
        this.policy = policy;
        this.clock = clock;
    }

    Permissions of(Learner learner) {
        return learner.isInstructor() ? Permissions.EVERYTHING : policy.of(learner.id());
    }

    /** What goes in a course; nothing where the learner is not shown it. */
    Optional<CourseRules> in(String course, Learner learner) {
        return of(learner).in(course);
    }

    /** Whether the learner may work on the lessons of a course now. */
    boolean isOpen(String course, Learner learner) {
        return in(course, learner).filter(this::isOpen).isPresent();
    }

    boolean isOpen(CourseRules rules) {
        return rules.isOpen(now());
    }

    Instant now() {
        return clock.instant();
    }
}
