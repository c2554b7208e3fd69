package dev.drydock.attempt;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A quiz's card. Which choices are right is nowhere in it.
 *
 * @param state one of the words of {@link TaskState.Outcome}
 * @param multiple whether several choices may be made
 * @param action where the answer is posted
 * @param explanationHtml empty until the quiz has passed, and where the author gave none
 * @param points null where the author gave none
 */
record QuizView(
        String id,
        String titleHtml,
        String bodyHtml,
        List<ChoiceView> choices,
        boolean multiple,
        String state,
        String message,
        String action,
        String explanationHtml,
        @Nullable Integer points) {

    /** A choice, and whether the learner made it last time. */
    record ChoiceView(String html, boolean chosen) {}
}
