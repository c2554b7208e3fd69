package dev.drydock.attempt;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task's card.
 *
 * @param state one of the words of {@link TaskState.Outcome}
 * @param message plain text for the learner, in their language; may be empty
 * @param action where its forms are posted, each below it: check, start, solution; and where its reset is asked for
 * @param points null where the author gave none
 * @param solution null where there is none to show, ever
 */
record TaskView(
        String id,
        String titleHtml,
        String bodyHtml,
        List<HintView> hints,
        String state,
        String message,
        String action,
        @Nullable Integer points,
        @Nullable SolutionView solution) {

    /** Help that stays closed until it is asked for. */
    record HintView(String summary, String html) {}

    /**
     * The author's solution, or the way to it.
     *
     * @param code null as long as the learner has not asked for it, or may not
     * @param triesLeft how many tries more there have to be before they may; 0 when they may
     */
    record SolutionView(@Nullable String code, int triesLeft) {}
}
