package dev.drydock.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.account.LearnerId;
import dev.drydock.attempt.TaskState.Outcome;
import dev.drydock.instance.EachDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParameterizedClass
@EnumSource(EachDatabase.class)
class ProgressTests {

    private static final TaskKey TASK = new TaskKey("docker", "first", "run-hello");
    private static final Instant MORNING = Instant.parse("2026-01-01T08:00:00Z");

    private final EachDatabase kind;
    private final LearnerId learner = LearnerId.random();
    private final LearnerId another = LearnerId.random();

    @TempDir
    Path directory;

    private Instant now = MORNING;
    private Progress progress;

    ProgressTests(EachDatabase kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open() {
        JdbcClient database = database();
        for (LearnerId id : Arrays.asList(learner, another)) {
            database.sql("INSERT INTO learner (id, known_as, name, created_at) VALUES (?, ?, 'Somebody', 0)")
                    .params(id.value(), id.value())
                    .update();
        }
        progress = new Progress(database, () -> now);
    }

    @Test
    void recordWhenFirstTriedReturnsWhatWasFound() {
        assertThat(progress.record(learner, TASK, Outcome.NOT_YET, "Nothing there. 아직."))
                .isEqualTo(new TaskState(Outcome.NOT_YET, "Nothing there. 아직.", 1, Optional.empty(), false));
    }

    @Test
    void recordCountsOnlyWhatWasLookedAtAndNotYetThere() {
        progress.record(learner, TASK, Outcome.NOT_YET, "one");
        progress.record(learner, TASK, Outcome.BROKEN, "");
        progress.record(learner, TASK, Outcome.UNREACHABLE, "");
        progress.record(learner, TASK, Outcome.NOT_YET, "two");
        assertThat(progress.record(learner, TASK, Outcome.PASSED, "").missed()).isEqualTo(2);
    }

    @Test
    void recordSolutionWhenNothingWasTriedLeavesTheTaskOpen() {
        progress.recordSolution(learner, TASK);
        assertThat(progress.of(learner, "docker", "first"))
                .containsEntry("run-hello", new TaskState(Outcome.OPEN, "", 0, Optional.empty(), true));
    }

    @Test
    void recordSolutionIsNotForgottenByChecks() {
        progress.record(learner, TASK, Outcome.NOT_YET, "one");
        progress.recordSolution(learner, TASK);
        TaskState state = progress.record(learner, TASK, Outcome.NOT_YET, "two");
        assertThat(state.solutionSeen()).isTrue();
        assertThat(state.missed()).isEqualTo(2);
        assertThat(state.message()).isEqualTo("two");
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"NOT_YET", "BROKEN", "UNREACHABLE"})
    void recordWhenItHasPassedBeforeStaysPassed(Outcome later) {
        progress.record(learner, TASK, Outcome.PASSED, "");
        now = MORNING.plusSeconds(60);

        TaskState state = progress.record(learner, TASK, later, "the container is gone");

        assertThat(state.passed()).isTrue();
        assertThat(state.passedAt()).contains(MORNING);
        assertThat(state.last()).isEqualTo(later);
    }

    @Test
    void recordWhenPassedTwiceKeepsTheFirstTime() {
        progress.record(learner, TASK, Outcome.PASSED, "");
        now = MORNING.plusSeconds(60);
        assertThat(progress.record(learner, TASK, Outcome.PASSED, "").passedAt())
                .contains(MORNING);
    }

    @Test
    void recordWhenMessageLooksLikeSqlKeepsItAsItIs() {
        String hostile = "'); DROP TABLE learner; --\n<b>\u0007";
        assertThat(progress.record(learner, TASK, Outcome.NOT_YET, hostile).message())
                .isEqualTo(hostile);
    }

    @Test
    void ofAnotherLearnerLessonOrCourseReturnsNothing() {
        progress.record(learner, TASK, Outcome.PASSED, "");

        assertThat(progress.of(learner, "docker", "first")).containsOnlyKeys("run-hello");
        assertThat(progress.of(another, "docker", "first")).isEmpty();
        assertThat(progress.of(learner, "docker", "second")).isEmpty();
        assertThat(progress.of(learner, "podman", "first")).isEmpty();
    }

    @Test
    void inCourseReturnsEveryLessonAndTheMessagesOfOne() {
        TaskKey elsewhere = new TaskKey("docker", "second", "run-web");
        progress.record(learner, TASK, Outcome.NOT_YET, "Nothing there.");
        progress.record(learner, elsewhere, Outcome.NOT_YET, "Nor here.");
        progress.record(another, elsewhere, Outcome.PASSED, "");

        CourseProgress course = progress.inCourse(learner, "docker", "first");

        assertThat(course.lessons())
                .isEqualTo(Map.of(
                        "first",
                        Map.of(
                                "run-hello",
                                new TaskState(Outcome.NOT_YET, "Nothing there.", 1, Optional.empty(), false)),
                        "second",
                        Map.of("run-web", new TaskState(Outcome.NOT_YET, "", 1, Optional.empty(), false))));
    }

    @Test
    void everywhereReturnsEachCourseOfTheLearner() {
        progress.record(learner, TASK, Outcome.PASSED, "");
        progress.record(learner, new TaskKey("podman", "first", "build"), Outcome.NOT_YET, "no");

        Map<String, CourseProgress> everywhere = progress.everywhere(learner);

        TaskState passed = new TaskState(Outcome.PASSED, "", 0, Optional.of(MORNING), false);
        assertThat(everywhere).containsOnlyKeys("docker", "podman");
        assertThat(everywhere)
                .containsEntry("docker", new CourseProgress(Map.of("first", Map.of("run-hello", passed))));
        assertThat(progress.everywhere(another)).isEmpty();
    }

    @Test
    void ofAfterARestartReturnsWhatWasRecorded() {
        TaskState before = progress.record(learner, TASK, Outcome.NOT_YET, "not yet");

        assertThat(new Progress(database(), InstantSource.system()).of(learner, "docker", "first"))
                .containsEntry("run-hello", before);
    }

    @Test
    void outcomesHaveWordsThatReadBack() {
        assertThat(Outcome.values())
                .allSatisfy(outcome -> assertThat(Outcome.of(outcome.word())).isEqualTo(outcome));
    }

    @Test
    void recordWhenManyChecksEndAtOnceCountsEachOfThem() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int check = 0; check < 20; check++) {
                threads.execute(() -> progress.record(learner, TASK, Outcome.NOT_YET, "no"));
            }
        }
        assertThat(progress.of(learner, "docker", "first"))
                .containsEntry("run-hello", new TaskState(Outcome.NOT_YET, "no", 20, Optional.empty(), false));
    }

    private JdbcClient database() {
        return kind.open(directory);
    }
}
