package dev.drydock.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.account.LearnerId;
import dev.drydock.instance.EachDatabase;
import dev.drydock.lesson.Lessons;
import dev.drydock.machine.IdleWish;
import dev.drydock.notification.TestNotifications;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** For how long a learner's machine is to be kept goes by the course in which they opened a lesson last. */
@ParameterizedClass
@EnumSource(EachDatabase.class)
class CourseWishesTests {

    private static final IdleWish LONG = new IdleWish(Duration.ofMinutes(45), null, Duration.ofDays(90), null);

    private final EachDatabase kind;
    private final LearnerId learner = LearnerId.random();
    private final LearnerId another = LearnerId.random();

    @TempDir
    Path directory;

    private JdbcClient database;
    private LastCourses last;

    CourseWishesTests(EachDatabase kind) {
        this.kind = kind;
    }

    @BeforeEach
    void twoLearnersAndTwoCourses() throws IOException {
        database = kind.open(directory);
        for (LearnerId id : List.of(learner, another)) {
            database.sql("INSERT INTO learner (id, known_as, name, created_at) VALUES (?, ?, 'Somebody', 0)")
                    .params(id.value(), id.value())
                    .update();
        }
        course("long", "machine: {pause-after: 45m, expire-after: 90d}");
        course("usual", "");
        last = new LastCourses(database, TestNotifications.ofOneServer());
    }

    @Test
    void wishOfWhoHasOpenedNoLessonIsForTheUsual() {
        assertThat(wishOf(learner)).isEqualTo(IdleWish.NONE);
    }

    @Test
    void wishIsThatOfTheCourseThatWasOpenedLastAndNobodyElses() {
        last.opened(learner, "long");
        assertThat(wishOf(learner)).isEqualTo(LONG);
        assertThat(wishOf(another)).isEqualTo(IdleWish.NONE);
        last.opened(learner, "usual");
        assertThat(wishOf(learner)).isEqualTo(IdleWish.NONE);
        last.opened(learner, "long");
        assertThat(wishOf(learner)).isEqualTo(LONG);
    }

    @Test
    void wishOutlivesTheServer() {
        last.opened(learner, "usual");
        last.opened(learner, "long");
        last = new LastCourses(database, TestNotifications.ofOneServer());
        assertThat(wishOf(learner)).isEqualTo(LONG);
    }

    @Test
    void wishOfACourseThatIsGoneIsForTheUsual() {
        last.opened(learner, "gone");
        assertThat(wishOf(learner)).isEqualTo(IdleWish.NONE);
    }

    private IdleWish wishOf(LearnerId whose) {
        return new CourseWishes(last, Lessons.in(directory.resolve("lessons"))).of(LearnerMachines.ownerOf(whose));
    }

    private void course(String id, String machine) throws IOException {
        Path course = Files.createDirectories(directory.resolve("lessons").resolve(id));
        Files.writeString(course.resolve("course.yaml"), "title: T\nlessons: []\n" + machine + "\n");
    }
}
