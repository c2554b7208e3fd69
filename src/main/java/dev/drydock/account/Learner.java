package dev.drydock.account;

/**
 * Somebody who is here: who learns, and who teaches, too. A controller gets the one who asks as
 * {@code @AuthenticationPrincipal Learner learner}.
 *
 * @param name what to call them on a page
 */
public record Learner(LearnerId id, String name, Role role) {

    public Learner {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A learner needs a name");
        }
    }

    /** Somebody who does nothing here but learn. */
    public Learner(LearnerId id, String name) {
        this(id, name, Role.LEARNER);
    }

    /** Whether they may have classes of their own. */
    public boolean isInstructor() {
        return role != Role.LEARNER;
    }
}
