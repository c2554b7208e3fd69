package dev.drydock.lesson;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A link to a heading of another lesson of the course, to be looked up once all of them are read.
 *
 * @param anchor the heading's id on the page
 * @param language of the text with the link
 * @param missing what to say if there is no such heading
 */
record LessonLink(String lesson, String anchor, Locale language, Problem missing) {

    private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");

    /** What is wrong with them. A link to a lesson that is not there is not this one's business. */
    static List<Problem> problems(List<LessonLink> links, List<Lesson> lessons) {
        Map<LessonText, Set<String>> ids = new IdentityHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (LessonLink link : links) {
            lessons.stream()
                    .filter(lesson -> lesson.id().equals(link.lesson))
                    .map(lesson -> lesson.in(link.language))
                    .filter(text -> !ids.computeIfAbsent(text, LessonLink::ids).contains(link.anchor))
                    .forEach(text -> problems.add(link.missing));
        }
        return problems;
    }

    private static Set<String> ids(LessonText text) {
        return text.blocks().stream()
                .map(LessonLink::html)
                .flatMap(html -> ID.matcher(html).results())
                .map(id -> id.group(1))
                .collect(Collectors.toSet());
    }

    private static String html(Block block) {
        return switch (block) {
            case Block.Html text -> text.html();
            case Block.Task task -> task.text().bodyHtml();
            case Block.Quiz quiz -> quiz.text().bodyHtml();
        };
    }
}
