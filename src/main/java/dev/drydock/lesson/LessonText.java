package dev.drydock.lesson;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A lesson in one language.
 *
 * @param title plain text, to be escaped
 * @param summary plain text, to be escaped; empty where the author gave none
 * @param blocks the body without the title, in reading order
 */
public record LessonText(Locale language, String title, String summary, List<Block> blocks) {

    public LessonText {
        blocks = List.copyOf(blocks);
    }

    /** The tasks of this text, in order. */
    public List<TaskText> tasks() {
        return blocks.stream()
                .flatMap(block -> block instanceof Block.Task(TaskText text) ? Stream.of(text) : Stream.empty())
                .toList();
    }
}
