package dev.drydock.classroom;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which courses each class is shown, and when; in the database. */
class Assignments {

    private final JdbcClient database;

    Assignments(JdbcClient database) {
        this.database = database;
    }

    /** A course of a class; see {@link dev.drydock.attempt.Policy.CourseRules} for what the two times mean. */
    record Assignment(String course, Optional<Instant> opensAt, Optional<Instant> dueAt) {}

    /** The courses of a class; one without any is shown all. */
    List<Assignment> of(ClassId id) {
        return database.sql(
                        "SELECT course_id, opens_at, due_at FROM class_course WHERE class_id = ? ORDER BY course_id")
                .param(id.value())
                .query((row, number) ->
                        new Assignment(row.getString("course_id"), instant(row, "opens_at"), instant(row, "due_at")))
                .list();
    }

    /** Gives a class a course, or one that it has other times. */
    void put(ClassId id, Assignment assignment) {
        database.sql("""
                        INSERT INTO class_course (class_id, course_id, opens_at, due_at) VALUES (:class, :course, :opens, :due)
                        ON CONFLICT (class_id, course_id) DO UPDATE SET opens_at = excluded.opens_at, due_at = excluded.due_at""")
                .param("class", id.value())
                .param("course", assignment.course())
                .param("opens", millis(assignment.opensAt()))
                .param("due", millis(assignment.dueAt()))
                .update();
    }

    void remove(ClassId id, String course) {
        database.sql("DELETE FROM class_course WHERE class_id = ? AND course_id = ?")
                .params(id.value(), course)
                .update();
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    private static @Nullable Long millis(Optional<Instant> instant) {
        return instant.map(Instant::toEpochMilli).orElse(null);
    }
}
