package dev.drydock.lesson;

import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;

/** A task in the syntax tree: its title, then its body, then its hints. */
final class TaskBlock extends CustomBlock {

    private final String id;
    private final int points;

    TaskBlock(String id, int points) {
        this.id = id;
        this.points = points;
    }

    String id() {
        return id;
    }

    int points() {
        return points;
    }

    /** The rest of the task's first line. */
    static final class Title extends CustomNode {}

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
