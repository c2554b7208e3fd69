package dev.drydock.attempt;

import dev.drydock.account.LearnerId;
import dev.drydock.notification.Notifications;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * In which course each learner opened a lesson last: their machine is kept as that course wishes. Known by heart, since it is asked for each machine
 * again and again; where another server on the same database has written, it is looked up anew.
 */
@Component
class LastCourses implements AutoCloseable {

    private static final String TOPIC = "last-course";

    private static final Logger log = LoggerFactory.getLogger(LastCourses.class);

    private final JdbcClient database;
    private final Notifications notifications;
    private final Notifications.Subscription subscription;
    private final Map<LearnerId, Optional<String>> known = new ConcurrentHashMap<>();

    LastCourses(JdbcClient database, Notifications notifications) {
        this.database = database;
        this.notifications = notifications;
        this.subscription = notifications.subscribe(TOPIC, new Forgetting(known));
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
            known.remove(learner); // and not put there: another server may have written after us
            notifications.publish(TOPIC, learner.value());
        } catch (DataAccessException e) {
            log.warn("It cannot be kept which course learner {} opened last. {}", learner, e.getMessage());
        }
    }

    @Override
    public void close() {
        subscription.close();
    }

    /** What is no longer known is looked up when it is asked for. */
    private record Forgetting(Map<LearnerId, Optional<String>> known) implements Notifications.Subscriber {

        @Override
        public void received(String learner) {
            known.remove(new LearnerId(learner));
        }

        @Override
        public void missedSome() {
            known.clear();
        }
    }
}
