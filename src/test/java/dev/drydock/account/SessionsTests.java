package dev.drydock.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class SessionsTests {

    private Instant now = Instant.parse("2026-03-01T08:00:00Z");
    private JdbcClient database;
    private Learner learner;
    private Sessions sessions;

    @BeforeEach
    void open(@TempDir Path directory) {
        database = Database.in(directory);
        learner = new Learners(database, () -> now).justMe();
        sessions = new Sessions(database, () -> now);
    }

    @Test
    void findWhenOpenReturnsLearner() {
        assertThat(sessions.find(sessions.open(learner.id()))).contains(learner);
    }

    @Test
    void findWhenUnknownReturnsEmpty() {
        assertThat(sessions.find(SessionSecret.random())).isEmpty();
    }

    @Test
    void findWhenClosedReturnsEmpty() {
        SessionSecret secret = sessions.open(learner.id());
        sessions.close(secret);

        assertThat(sessions.find(secret)).isEmpty();
    }

    @Test
    void findWhenLifetimeIsOverReturnsEmpty() {
        SessionSecret secret = sessions.open(learner.id());
        now = now.plus(Sessions.LIFETIME).minusMillis(1);
        assertThat(sessions.find(secret)).isPresent();
        now = now.plusMillis(1);

        assertThat(sessions.find(secret)).isEmpty();
    }

    @Test
    void renewStartsTheLifetimeAgain() {
        SessionSecret secret = sessions.open(learner.id());
        now = now.plus(Duration.ofDays(29));
        sessions.renew(secret);
        now = now.plus(Duration.ofDays(29));

        assertThat(sessions.find(secret)).isPresent();
    }

    @Test
    void openRemovesSessionsWhoseLifetimeIsOver() {
        sessions.open(learner.id());
        now = now.plus(Sessions.LIFETIME);
        sessions.open(learner.id());

        assertThat(number("SELECT count(*) FROM session")).isEqualTo(1);
    }

    @Test
    void findNotesWhenItWasLastSeenAtMostOnceAnHour() {
        SessionSecret secret = sessions.open(learner.id());
        long opened = now.toEpochMilli();
        now = now.plus(Duration.ofMinutes(59));
        sessions.find(secret);
        assertThat(number("SELECT last_seen_at FROM session")).isEqualTo(opened);
        now = now.plus(Duration.ofMinutes(1));
        sessions.find(secret);

        assertThat(number("SELECT last_seen_at FROM session")).isEqualTo(now.toEpochMilli());
    }

    @Test
    void databaseNeverHoldsTheSecret() {
        SessionSecret secret = sessions.open(learner.id());

        assertThat(database.sql("SELECT secret_hash FROM session")
                        .query(String.class)
                        .single())
                .isEqualTo(secret.hash())
                .doesNotContain(secret.value());
        assertThat(secret.toString()).doesNotContain(secret.value());
    }

    private long number(String query) {
        return database.sql(query).query(Long.class).single();
    }
}
