package dev.drydock.account;

import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which browsers are signed in, as whom. Kept in the database, so that a restart or a crash signs nobody out; nor does a host's clock that
 * jumps, see {@link BelievedTime}.
 */
public final class Sessions {

    private static final Logger log = LoggerFactory.getLogger(Sessions.class);

    static final Duration LIFETIME = Duration.ofDays(30);

    /** How old {@code last_seen_at} may get, so that not every request costs a write to the disk. */
    private static final Duration RESOLUTION = Duration.ofHours(1);

    private final JdbcClient database;
    private final BelievedTime clock;

    Sessions(JdbcClient database, BelievedTime clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Signs a browser in; once this returns, no crash forgets it. */
    SessionSecret open(LearnerId learner) {
        SessionSecret secret = SessionSecret.random();
        long now = clock.millis();
        if (clock.isProven()) {
            database.sql("DELETE FROM session WHERE signed_in_at <= ?")
                    .param(clock.earliest().minus(LIFETIME).toEpochMilli())
                    .update();
        }
        database.sql("INSERT INTO session (secret_hash, learner_id, signed_in_at, last_seen_at) VALUES (?, ?, ?, ?)")
                .params(secret.hash(), learner.value(), now, now)
                .update();
        return secret;
    }

    Optional<Learner> find(SessionSecret secret) {
        long now = clock.millis();
        Optional<Found> found = database.sql("""
                        SELECT learner.id, learner.name, learner.role, session.signed_in_at, session.last_seen_at
                        FROM session JOIN learner ON learner.id = session.learner_id
                        WHERE session.secret_hash = ? AND session.signed_in_at > ?
                          AND session.ended_because IS NULL""")
                .params(secret.hash(), clock.earliest().minus(LIFETIME).toEpochMilli())
                .query((row, number) ->
                        new Found(Learners.of(row), row.getLong("signed_in_at"), row.getLong("last_seen_at")))
                .optional();
        found.ifPresent(session -> note(session, secret, now));
        return found.map(Found::learner);
    }

    /** What is only written down for later must keep nobody out, on a full disk say. */
    private void note(Found session, SessionSecret secret, long now) {
        try {
            if (session.signedInAt() > clock.latest().plus(BelievedTime.PROOF).toEpochMilli()) {
                // Signed in by a clock that was ahead: else it would last for as much longer.
                renew(secret);
            }
            if (session.lastSeenAt() <= now - RESOLUTION.toMillis()) {
                touch(secret, now);
            }
        } catch (DataAccessException e) {
            log.warn("It cannot be written down that somebody is here. {}", e.getMessage());
        }
    }

    /** Gives a session its full lifetime again and keeps its secret, with which forms in open pages were made. */
    void renew(SessionSecret secret) {
        database.sql("UPDATE session SET signed_in_at = ? WHERE secret_hash = ?")
                .params(clock.millis(), secret.hash())
                .update();
    }

    /**
     * Ends all sessions of a learner. Whose browser comes by one of them is told why.
     *
     * @param because the name of the class that the learner was removed from
     */
    public void endAll(LearnerId learner, String because) {
        database.sql("UPDATE session SET ended_because = ? WHERE learner_id = ?")
                .params(because, learner.value())
                .update();
    }

    /** Has sessions go on that were ended so, as if they had not been. */
    public void resumeAll(LearnerId learner) {
        database.sql("UPDATE session SET ended_because = NULL WHERE learner_id = ?")
                .param(learner.value())
                .update();
    }

    /** Why a session was ended by another than its own learner, if it was. */
    Optional<String> endedBecause(SessionSecret secret) {
        return database.sql("SELECT ended_because FROM session WHERE secret_hash = ? AND ended_because IS NOT NULL")
                .param(secret.hash())
                .query(String.class)
                .optional();
    }

    void close(SessionSecret secret) {
        database.sql("DELETE FROM session WHERE secret_hash = ?")
                .param(secret.hash())
                .update();
    }

    private void touch(SessionSecret secret, long now) {
        database.sql("UPDATE session SET last_seen_at = ? WHERE secret_hash = ?")
                .params(now, secret.hash())
                .update();
    }

    private record Found(Learner learner, long signedInAt, long lastSeenAt) {}
}
