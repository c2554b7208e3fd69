package dev.drydock.lesson;

import org.commonmark.node.CustomBlock;

/** A task in the syntax tree: its title, then its body, then its hints. */
final class TaskBlock extends ExerciseBlock {

    TaskBlock(String id, int points) {
        super(id, points);
    }

    /** A {@code <details>} in a task. */
    static final class HintBlock extends CustomBlock {

        private final String summaryHtml;

        HintBlock(String summaryHtml) {
            this.summaryHtml = summaryHtml;
        }

        String summaryHtml() {
            return summaryHtml;
        }
    }
}
