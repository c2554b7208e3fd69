package dev.drydock.lesson;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Lessons that belong together, in the order they are meant to be taken.
 *
 * @param id the directory's name
 * @param summary a sentence or two, plain text; empty where the author gave none
 * @param languages the first is the one that every lesson has
 * @param machineTimes how long it would like machines to be kept
 */
public record Course(
        String id,
        Localized<String> title,
        Localized<String> summary,
        List<Locale> languages,
        List<Lesson> lessons,
        MachineTimes machineTimes) {

    public Course {
        languages = List.copyOf(languages);
        lessons = List.copyOf(lessons);
    }

    public Optional<Lesson> lesson(String lesson) {
        return lessons.stream().filter(one -> one.id().equals(lesson)).findFirst();
    }
}
