package dev.drydock.attempt;

import dev.drydock.account.LearnerId;
import dev.drydock.attempt.TaskState.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What each learner has done, in the database. A task that has passed stays passed. */
class Progress {

    private final JdbcClient database;
    private final InstantSource clock;

    Progress(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Every task of a lesson that the learner has had checked, by the task's id. */
    Map<String, TaskState> of(LearnerId learner, String course, String lesson) {
        Map<String, TaskState> states = new HashMap<>();
        database.sql("""
                        SELECT task_id, outcome, message, missed, passed_at, solution_seen_at FROM task_progress
                        WHERE learner_id = ? AND course_id = ? AND lesson_id = ?""").params(learner.value(), course, lesson).query((ResultSet row) -> {
            states.put(row.getString("task_id"), state(row));
        });
        return states;
    }

    /**
     * Where the learner stands in a course, by one question.
     *
     * @param withMessages the lesson whose messages are wanted; those of others stay empty
     */
    CourseProgress inCourse(LearnerId learner, String course, String withMessages) {
        Map<String, Map<String, TaskState>> lessons = new HashMap<>();
        database.sql("""
                        SELECT lesson_id, task_id, outcome, missed, passed_at, solution_seen_at,
                          CASE WHEN lesson_id = ? THEN message ELSE '' END AS message
                        FROM task_progress WHERE learner_id = ? AND course_id = ?""").params(withMessages, learner.value(), course).query((ResultSet row) -> {
            lessons.computeIfAbsent(row.getString("lesson_id"), id -> new HashMap<>())
                    .put(row.getString("task_id"), state(row));
        });
        return new CourseProgress(lessons);
    }

    /** Where the learner stands in each course, by its id; without messages. */
    Map<String, CourseProgress> everywhere(LearnerId learner) {
        Map<String, CourseProgress> courses = new HashMap<>();
        database.sql("""
                        SELECT course_id, lesson_id, task_id, outcome, '' AS message, missed, passed_at, solution_seen_at
                        FROM task_progress WHERE learner_id = ?""").params(learner.value()).query((ResultSet row) -> {
            courses.computeIfAbsent(row.getString("course_id"), id -> new CourseProgress(new HashMap<>()))
                    .lessons()
                    .computeIfAbsent(row.getString("lesson_id"), id -> new HashMap<>())
                    .put(row.getString("task_id"), state(row));
        });
        return courses;
    }

    /** Keeps the outcome of a check and returns where the learner stands now. */
    TaskState record(LearnerId learner, TaskKey task, Outcome outcome, String message) {
        long now = clock.millis();
        database.sql("""
                        INSERT INTO task_progress
                          (learner_id, course_id, lesson_id, task_id, outcome, message, tries, missed, passed_at, checked_at)
                        VALUES (:learner, :course, :lesson, :task, :outcome, :message, 1, :missed, :passed, :now)
                        ON CONFLICT (learner_id, course_id, lesson_id, task_id) DO UPDATE SET
                          outcome = excluded.outcome, message = excluded.message, tries = task_progress.tries + 1,
                          missed = task_progress.missed + excluded.missed,
                          passed_at = COALESCE(task_progress.passed_at, excluded.passed_at),
                          checked_at = excluded.checked_at""")
                .param("learner", learner.value())
                .param("course", task.course())
                .param("lesson", task.lesson())
                .param("task", task.task())
                .param("outcome", outcome.word())
                .param("message", message)
                .param("missed", outcome == Outcome.NOT_YET ? 1 : 0)
                .param("passed", outcome == Outcome.PASSED ? now : null)
                .param("now", now)
                .update();
        return of(learner, task.course(), task.lesson()).getOrDefault(task.task(), TaskState.UNTRIED);
    }

    /** Keeps that the learner has asked for the solution of a task, and got it. */
    void recordSolution(LearnerId learner, TaskKey task) {
        database.sql("""
                        INSERT INTO task_progress
                          (learner_id, course_id, lesson_id, task_id, outcome, message, tries, checked_at, solution_seen_at)
                        VALUES (:learner, :course, :lesson, :task, :outcome, '', 0, :now, :now)
                        ON CONFLICT (learner_id, course_id, lesson_id, task_id) DO UPDATE SET
                          solution_seen_at = COALESCE(task_progress.solution_seen_at, excluded.solution_seen_at)""")
                .param("learner", learner.value())
                .param("course", task.course())
                .param("lesson", task.lesson())
                .param("task", task.task())
                .param("outcome", Outcome.OPEN.word())
                .param("now", clock.millis())
                .update();
    }

    private static TaskState state(ResultSet row) throws SQLException {
        long passedAt = row.getLong("passed_at");
        Optional<Instant> passed = row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(passedAt));
        return new TaskState(
                Outcome.of(row.getString("outcome")),
                row.getString("message"),
                row.getInt("missed"),
                passed,
                row.getLong("solution_seen_at") > 0);
    }
}
