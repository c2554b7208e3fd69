package dev.drydock.lesson;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A lesson in one language. In all its words and HTML, what differs from learner to learner is still to be filled in
 * ({@link Variables#fill}).
 *
 * @param title plain text, to be escaped
 * @param summary plain text, to be escaped; empty where the author gave none
 * @param terminals those beside the main one; the same in every language, but for their titles
 * @param sections the headings that stand on their own, in reading order
 * @param blocks the body without the title, in reading order
 */
public record LessonText(
        Locale language,
        String title,
        String summary,
        List<Terminal> terminals,
        List<Section> sections,
        List<Block> blocks) {

    public LessonText {
        terminals = List.copyOf(terminals);
        sections = List.copyOf(sections);
        blocks = List.copyOf(blocks);
    }

    /** The tasks of this text, in order. */
    public List<TaskText> tasks() {
        return blocks.stream()
                .flatMap(block -> block instanceof Block.Task task ? Stream.of(task.text()) : Stream.empty())
                .toList();
    }

    /** The quizzes of this text, in order. */
    public List<QuizText> quizzes() {
        return blocks.stream()
                .flatMap(block -> block instanceof Block.Quiz quiz ? Stream.of(quiz.text()) : Stream.empty())
                .toList();
    }

    /** Everything that can be run or saved, in reading order. */
    public List<Action> actions() {
        return blocks.stream().flatMap(block -> block.actions().stream()).toList();
    }
}
