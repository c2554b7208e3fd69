package dev.drydock.lesson;

import java.util.List;

/**
 * A task as the learner reads it. All HTML in it is sanitised.
 *
 * @param titleHtml a few words, inline elements without links
 */
public record TaskText(String id, String titleHtml, String bodyHtml, List<Hint> hints) {

    public TaskText {
        hints = List.copyOf(hints);
    }

    /** Help that a learner asks for, one hint at a time. */
    public record Hint(String summaryHtml, String html) {}
}
