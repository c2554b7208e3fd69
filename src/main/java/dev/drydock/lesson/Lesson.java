package dev.drydock.lesson;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One lesson: its text in each language, its tasks with their scripts, its pictures.
 *
 * @param course the course's id
 * @param id the directory's name, unique in its course
 * @param minutes how long the author thinks it takes; 0 where they did not say
 * @param tasks in the order of the text
 * @param images the pictures beside the text, by file name
 */
public record Lesson(
        String course,
        String id,
        int minutes,
        Localized<LessonText> texts,
        List<Task> tasks,
        Map<String, Image> images) {

    public Lesson {
        tasks = List.copyOf(tasks);
        images = Map.copyOf(images);
    }

    /** The text for a reader of that language, in the course's first language where there is no translation. */
    public LessonText in(Locale language) {
        return texts.in(language);
    }

    public Optional<Task> task(String task) {
        return tasks.stream().filter(one -> one.id().equals(task)).findFirst();
    }

    public Optional<Image> image(String name) {
        return Optional.ofNullable(images.get(name));
    }
}
