package dev.drydock.lesson;

import java.util.List;

/**
 * A quiz as the learner reads it; nothing in it tells which choices are right but the explanation. All HTML in it is
 * sanitised.
 *
 * @param titleHtml the question: a few words, inline elements without links
 * @param bodyHtml what stands between the question and the choices; may be empty
 * @param choices HTML as in the title, at least two
 * @param explanationHtml for those who have answered rightly, and nobody else; may be empty
 * @param actions what can be run or saved, in reading order
 */
public record QuizText(
        String id,
        String titleHtml,
        String bodyHtml,
        List<String> choices,
        String explanationHtml,
        List<Action> actions) {

    public QuizText {
        choices = List.copyOf(choices);
        actions = List.copyOf(actions);
    }
}
