package dev.drydock.lesson;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;

/** A quiz in the syntax tree: its title, then its body, its choices, and its explanation where there is one. */
final class QuizBlock extends ExerciseBlock {

    QuizBlock(String id, int points) {
        super(id, points);
    }

    List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        for (Node child = getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof Choice choice) {
                choices.add(choice);
            }
        }
        return choices;
    }

    Quiz quiz() {
        List<Choice> choices = choices();
        Set<Integer> right = new LinkedHashSet<>();
        for (int i = 0; i < choices.size(); i++) {
            if (choices.get(i).right()) {
                right.add(i);
            }
        }
        return new Quiz(id(), points(), choices.size(), right);
    }

    /** One of the answers to pick from. */
    static final class Choice extends CustomNode {

        private final boolean right;

        Choice(boolean right) {
            this.right = right;
        }

        boolean right() {
            return right;
        }
    }

    /** What comes after the choices. */
    static final class Explanation extends CustomBlock {}
}
