package dev.drydock.lesson;

import java.util.List;

/**
 * A task as the learner reads it. All HTML in it is sanitised.
 *
 * @param titleHtml a few words, inline elements without links
 * @param actions what can be run or saved in its body, in reading order
 */
public record TaskText(String id, String titleHtml, String bodyHtml, List<Action> actions, List<Hint> hints) {

    public TaskText {
        actions = List.copyOf(actions);
        hints = List.copyOf(hints);
    }

    /**
     * Help that a learner asks for, one hint at a time.
     *
     * @param actions what can be run or saved in it, in reading order
     */
    public record Hint(String summaryHtml, String html, List<Action> actions) {

        public Hint {
            actions = List.copyOf(actions);
        }
    }
}
