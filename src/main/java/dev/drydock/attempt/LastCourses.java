package dev.drydock.attempt;

import dev.drydock.account.LearnerId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** In which course each learner opened a lesson last: their machine is kept as that course wishes. */
@Component
class LastCourses {

    private static final Logger log = LoggerFactory.getLogger(LastCourses.class);

    private final JdbcClient database;
    private final Map<LearnerId, Optional<String>> known = new ConcurrentHashMap<>();

    LastCourses(JdbcClient database) {
        this.database = database;
    }

    /** The course's id, if the learner has opened any lesson. */
    Optional<String> of(LearnerId learner) {
        return known.computeIfAbsent(
                learner, id -> database.sql("SELECT course_id FROM last_course WHERE learner_id = ?")
                        .param(id.value())
                        .query(String.class)
                        .optional());
    }

    /** Keeps that the learner has opened a lesson of the course. Where that fails, on a full disk say, the lesson is read all the same. */
    void opened(LearnerId learner, String course) {
        if (of(learner).filter(course::equals).isPresent()) {
            return;
        }
        try {
            database.sql("""
                        INSERT INTO last_course (learner_id, course_id) VALUES (?, ?)
                        ON CONFLICT (learner_id) DO UPDATE SET course_id = excluded.course_id""").params(learner.value(), course).update();
            known.put(learner, Optional.of(course));
        } catch (DataAccessException e) {
            log.warn("It cannot be kept which course learner {} opened last. {}", learner, e.getMessage());
        }
    }
}
