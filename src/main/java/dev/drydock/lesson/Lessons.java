package dev.drydock.lesson;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Everything there is to learn. Each answer is immutable and whole: text, checkers and pictures of one moment. Edits are
 * picked up by the next question that is asked at least half a second after the last look.
 */
public interface Lessons {

    /** In the order of their directories' names. */
    List<Course> courses();

    default Optional<Course> course(String id) {
        return courses().stream().filter(course -> course.id().equals(id)).findFirst();
    }

    default Optional<Lesson> find(String course, String lesson) {
        return course(course).flatMap(found -> found.lesson(lesson));
    }

    /** What authors have to put right, ordered by file and line. */
    List<Problem> problems();

    /** Grows whenever anything above may answer otherwise than before. */
    long revision();

    /** The lessons below a directory, which need not exist yet. */
    static Lessons in(Path directory) {
        return new LessonDirectory(directory, InstantSource.system());
    }
}
