package dev.drydock.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.attempt.Standing.OpenExercise;
import dev.drydock.attempt.TaskState.Outcome;
import dev.drydock.lesson.Course;
import dev.drydock.lesson.Lesson;
import dev.drydock.lesson.Lessons;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandingTests {

    private static final TaskState PASSED = new TaskState(Outcome.PASSED, "", 1, Optional.of(Instant.EPOCH), false);
    private static final TaskState NOT_YET = new TaskState(Outcome.NOT_YET, "no", 1, Optional.empty(), false);

    @TempDir
    Path directory;

    private Course course;

    @BeforeEach
    void writeTheCourse() throws IOException {
        Path files = Files.createDirectories(directory.resolve("ships"));
        Files.writeString(files.resolve("course.yaml"), "title: Ships\nlessons: [01-keel, 02-hull]\n");
        write(files, "01-keel", "> [!TASK lay points=5] **Lay it**\n\n> [!TASK nail] **Nail it**\n");
        write(files, "02-hull", "> [!TASK plank points=10] **Plank it**\n");
        course = Lessons.in(directory).courses().getFirst();
    }

    @Test
    void ofCountsWhatHasPassedInTheLessonAndInTheCourse() {
        Standing standing = standing(Map.of("01-keel", Map.of("lay", PASSED, "nail", NOT_YET)));

        assertThat(standing.lesson()).isEqualTo(new Score(1, 2, 5, 5));
        assertThat(standing.course()).isEqualTo(new Score(1, 3, 5, 15));
        assertThat(standing.lesson().complete()).isFalse();
        assertThat(standing.open()).containsExactly(new OpenExercise("nail", "Nail it"));
    }

    @Test
    void ofWhenAnExerciseIsNoLongerInTheLessonLeavesItOut() {
        Standing standing =
                standing(Map.of("01-keel", Map.of("lay", PASSED, "sunk", PASSED), "03-gone", Map.of("x", PASSED)));

        assertThat(standing.lesson()).isEqualTo(new Score(1, 2, 5, 5));
        assertThat(standing.course().done()).isEqualTo(1);
    }

    @Test
    void ofListsTheLessonsInOrderAndMarksTheCurrentOne() {
        Standing standing = standing(Map.of("02-hull", Map.of("plank", PASSED)));

        assertThat(standing.outline()).extracting(Standing.Entry::title).containsExactly("01-keel", "02-hull");
        assertThat(standing.outline()).extracting(Standing.Entry::current).containsExactly(true, false);
        assertThat(standing.outline().get(1).score().complete()).isTrue();
        assertThat(standing.next())
                .isNotNull()
                .extracting(LessonPage.Link::href)
                .isEqualTo("/courses/ships/lessons/02-hull");
    }

    @Test
    void ofLessonWithoutExercisesIsNeverComplete() {
        assertThat(Score.NOTHING.complete()).isFalse();
    }

    private Standing standing(Map<String, Map<String, TaskState>> states) {
        Lesson lesson = course.lessons().getFirst();
        return Standings.of(course, lesson, new CourseProgress(states), lesson.variablesFor("Ada"), Locale.ENGLISH);
    }

    private static void write(Path course, String lesson, String body) throws IOException {
        Path directory = Files.createDirectories(course.resolve(lesson));
        Files.writeString(directory.resolve("lesson.md"), "# " + lesson + "\n\n" + body);
    }
}
