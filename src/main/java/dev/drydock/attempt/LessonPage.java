package dev.drydock.attempt;

import dev.drydock.lesson.Problem;
import dev.drydock.lesson.Section;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the lesson page shows.
 *
 * @param lang the language of the lesson's text, which need not be the page's
 * @param path the page's own address, without the host
 * @param minutes how long the author thinks it takes; 0 where they did not say
 * @param contents the text's headings, in order
 * @param terminals beside the first one
 * @param place in line for a machine, where there is no room for one; null where there is, and for whoever has one
 * @param preparing whether the learner's machine still has to be prepared; null where there is nothing to prepare
 * @param withoutInternet whether the lesson goes without the internet that its course asks for
 */
record LessonPage(
        String lang,
        String courseTitle,
        String path,
        String title,
        String summary,
        int minutes,
        Standing standing,
        List<Section> contents,
        List<BlockView> blocks,
        String terminalPath,
        List<TerminalLink> terminals,
        @Nullable Integer place,
        @Nullable Boolean preparing,
        boolean withoutInternet,
        @Nullable Link previous,
        @Nullable Link next) {

    /**
     * A piece of the page: the one of the three that is not null.
     *
     * @param remarks what its author has to put right there
     */
    record BlockView(
            @Nullable String html,
            @Nullable TaskView task,
            @Nullable QuizView quiz,
            List<Problem> remarks) {

        static BlockView of(String html) {
            return new BlockView(html, null, null, List.of());
        }

        static BlockView of(TaskView task) {
            return new BlockView(null, task, null, List.of());
        }

        static BlockView of(QuizView quiz) {
            return new BlockView(null, null, quiz, List.of());
        }

        BlockView with(List<Problem> found) {
            return found.isEmpty() ? this : new BlockView(html, task, quiz, found);
        }
    }

    /** A way to another lesson. */
    record Link(String title, String href) {}

    /** A further terminal. */
    record TerminalLink(String id, String title, String href) {}
}
