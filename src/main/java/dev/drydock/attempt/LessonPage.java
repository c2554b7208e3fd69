package dev.drydock.attempt;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the lesson page shows.
 *
 * @param lang the language of the lesson's text, which need not be the page's
 * @param path the page's own address, without the host
 * @param minutes how long the author thinks it takes; 0 where they did not say
 */
record LessonPage(
        String lang,
        String courseTitle,
        String path,
        String title,
        String summary,
        int minutes,
        Standing standing,
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
