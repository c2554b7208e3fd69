package dev.drydock.attempt;

import dev.drydock.lesson.Lesson;
import dev.drydock.machine.MachineId;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which lessons each machine has been brought to the start of, in the database. */
class PreparedLessons {

    private final JdbcClient database;
    private final InstantSource clock;

    PreparedLessons(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    boolean contains(MachineId machine, Lesson lesson) {
        return database.sql("SELECT 1 FROM prepared_lesson WHERE machine_id = ? AND course_id = ? AND lesson_id = ?")
                .params(machine.value(), lesson.course(), lesson.id())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void add(MachineId machine, Lesson lesson) {
        database.sql("""
                        INSERT INTO prepared_lesson (machine_id, course_id, lesson_id, prepared_at) VALUES (?, ?, ?, ?)
                        ON CONFLICT (machine_id, course_id, lesson_id) DO NOTHING""")
                .params(machine.value(), lesson.course(), lesson.id(), clock.millis())
                .update();
    }

    /** For a machine that is gone. */
    void remove(MachineId machine) {
        database.sql("DELETE FROM prepared_lesson WHERE machine_id = ?")
                .param(machine.value())
                .update();
    }
}
