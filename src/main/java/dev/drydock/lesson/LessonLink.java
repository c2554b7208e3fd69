package dev.drydock.lesson;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A link to a heading of another lesson of the course, to be looked up once all of them are read.
 *
 * @param anchor the heading's id on the page
 * @param language of the text with the link
 * @param missing what to say if there is no such heading
 */
record LessonLink(String lesson, String anchor, Locale language, Problem missing) {

    Optional<Problem> problem(List<Lesson> lessons) {
        return lessons.stream()
                .filter(one -> one.id().equals(lesson))
                .filter(one -> !has(one.in(language)))
                .map(one -> missing)
                .findFirst();
    }

    private boolean has(LessonText text) {
        String id = "id=\"" + anchor + "\"";
        return text.blocks().stream().flatMap(LessonLink::html).anyMatch(html -> html.contains(id));
    }

    private static Stream<String> html(Block block) {
        return switch (block) {
            case Block.Html text -> Stream.of(text.html());
            case Block.Task task -> Stream.of(task.text().bodyHtml());
            case Block.Quiz quiz -> Stream.of(quiz.text().bodyHtml());
        };
    }
}
