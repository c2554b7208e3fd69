package dev.drydock.attempt;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the lesson page shows.
 *
 * @param lang the language of the lesson's text, which need not be the page's
 * @param done how many tasks have passed
 * @param total how many tasks there are
 */
record LessonPage(
        String lang,
        String courseTitle,
        String courseId,
        String lessonId,
        String lessonTitle,
        String summary,
        int done,
        int total,
        List<BlockView> blocks,
        String terminalPath,
        @Nullable Link previous,
        @Nullable Link next) {

    /** A piece of the page: {@code html} or {@code task}, whichever is not null. */
    record BlockView(
            String kind, @Nullable String html, @Nullable TaskView task) {}

    /** A way to another lesson. */
    record Link(String title, String href) {}
}
