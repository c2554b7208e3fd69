package dev.drydock.account;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** What joining and coming back has to know of classes. Whoever has classes implements it. */
public interface Memberships {

    /** Where there are no classes. */
    Memberships NONE = new Memberships() {

        @Override
        public Admission admit(String code, Supplier<Learner> who) {
            return new Admission.Refused(Refusal.UNKNOWN);
        }

        @Override
        public List<Membership> of(LearnerId learner) {
            return List.of();
        }

        @Override
        public Optional<String> removedFrom(LearnerId learner) {
            return Optional.empty();
        }
    };

    /**
     * Lets somebody into the class of a join code.
     *
     * @param code as it was typed
     * @param who asked once, and only when the class takes them
     */
    Admission admit(String code, Supplier<Learner> who);

    /** The classes that a learner is in, by the day they joined. */
    List<Membership> of(LearnerId learner);

    /** The name of the class that a learner was removed from, where they are in no other now: they do not get in by their code. */
    Optional<String> removedFrom(LearnerId learner);

    /**
     * A class that a learner is in.
     *
     * @param namesake whether another in it has the same name
     */
    record Membership(String className, boolean namesake) {}

    /** What comes of a join code. */
    sealed interface Admission {

        /** They are in. */
        record Admitted(Learner learner) implements Admission {}

        /** They are not, and nothing was changed. */
        record Refused(Refusal reason) implements Admission {}
    }

    /** Why a code lets nobody in. */
    enum Refusal {
        UNKNOWN,
        CLOSED,
        ARCHIVED,
        FULL;

        /** As it stands in the keys of messages. */
        String word() {
            return this == UNKNOWN ? "access-code" : "class-" + name().toLowerCase(Locale.ROOT);
        }
    }
}
