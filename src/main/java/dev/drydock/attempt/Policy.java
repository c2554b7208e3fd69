package dev.drydock.attempt;

import dev.drydock.account.LearnerId;
import java.time.Instant;
import java.util.Optional;

/** What a learner's classes allow. Whoever has classes implements it; where nobody does, everything is allowed. */
@FunctionalInterface
public interface Policy {

    /** What the learner is allowed, as of now. */
    Permissions of(LearnerId learner);

    /** What one learner is allowed, course by course. */
    @FunctionalInterface
    interface Permissions {

        /** Of whoever is in no class. */
        Permissions EVERYTHING = course -> Optional.of(CourseRules.FREE);

        /** What goes in a course, by its id; nothing where the learner is not shown it. */
        Optional<CourseRules> in(String course);
    }

    /**
     * What goes in a course.
     *
     * @param opensAt before then its lessons are not shown
     * @param dueAt until when it should be done; nothing ends then
     * @param hints whether hints are shown
     * @param solutions whether solutions are, when the author lets them
     */
    record CourseRules(Optional<Instant> opensAt, Optional<Instant> dueAt, boolean hints, boolean solutions) {

        /** No limits. */
        public static final CourseRules FREE = new CourseRules(Optional.empty(), Optional.empty(), true, true);

        /** Whether its lessons are shown at that time. */
        public boolean isOpen(Instant now) {
            return opensAt.isEmpty() || !now.isBefore(opensAt.get());
        }
    }
}
