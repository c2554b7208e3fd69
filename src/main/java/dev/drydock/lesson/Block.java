package dev.drydock.lesson;

import java.util.List;
import java.util.stream.Stream;

/**
 * A piece of a lesson's body: text, or an exercise to draw as a card. All HTML in it is sanitised and may be put out as
 * it is.
 */
public sealed interface Block {

    /** Where it starts in the author's file, from 1. */
    int line();

    /** What can be run or saved in it, in reading order. */
    List<Action> actions();

    /** Text between exercises. */
    record Html(int line, String html, List<Action> actions) implements Block {

        public Html {
            actions = List.copyOf(actions);
        }
    }

    /** A task. */
    record Task(int line, TaskText text) implements Block {

        /** Those of its body, then those of its hints. */
        @Override
        public List<Action> actions() {
            return Stream.concat(
                            text.actions().stream(), text.hints().stream().flatMap(hint -> hint.actions().stream()))
                    .toList();
        }
    }

    /** A quiz. */
    record Quiz(int line, QuizText text) implements Block {

        @Override
        public List<Action> actions() {
            return text.actions();
        }
    }
}
