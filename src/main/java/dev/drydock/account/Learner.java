package dev.drydock.account;

/**
 * Somebody who learns here. A controller gets the one who asks as {@code @AuthenticationPrincipal Learner learner}.
 *
 * @param name what to call them on a page
 */
public record Learner(LearnerId id, String name) {

    public Learner {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A learner needs a name");
        }
    }
}
