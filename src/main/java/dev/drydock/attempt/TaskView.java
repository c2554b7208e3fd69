package dev.drydock.attempt;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task's card.
 *
 * @param state one of the words of {@link TaskState.Outcome}
 * @param message plain text for the learner, in their language; may be empty
 * @param checkAction where the form is posted that asks for a check
 * @param startAction where the form is posted that starts the machine and checks again
 * @param points null where the author gave none
 */
record TaskView(
        String id,
        String titleHtml,
        String bodyHtml,
        List<HintView> hints,
        String state,
        String message,
        String checkAction,
        String startAction,
        @Nullable Integer points) {

    /** Help that stays closed until it is asked for. */
    record HintView(String summary, String html) {}
}
