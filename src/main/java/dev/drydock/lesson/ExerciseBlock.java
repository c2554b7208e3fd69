package dev.drydock.lesson;

import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;

/** A task or a quiz in the syntax tree; its first child is its title. */
abstract sealed class ExerciseBlock extends CustomBlock permits TaskBlock, QuizBlock {

    private final String id;
    private final int points;

    ExerciseBlock(String id, int points) {
        this.id = id;
        this.points = points;
    }

    final String id() {
        return id;
    }

    /** 0 where there are none. */
    final int points() {
        return points;
    }

    /** The rest of the first line. */
    static final class Title extends CustomNode {}
}
