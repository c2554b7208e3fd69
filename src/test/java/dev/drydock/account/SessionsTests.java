package dev.drydock.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.instance.EachDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParameterizedClass
@EnumSource(EachDatabase.class)
class SessionsTests {

    private static final Duration YEAR = Duration.ofDays(365);
    private final EachDatabase kind;

    private Instant now = Instant.parse("2026-03-01T08:00:00Z");
    private long nanos;
    private JdbcClient database;
    private Learner learner;
    private Sessions sessions;

    SessionsTests(EachDatabase kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        database = kind.open(directory);
        learner = new Learners(database, () -> now).justMe();
        sessions = serverThatStarts();
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
    void findWhenEndedByAnotherReturnsEmptyAndWhyUntilTheyGoOn() {
        SessionSecret secret = sessions.open(learner.id());
        assertThat(sessions.endedBecause(secret)).isEmpty();
        sessions.endAll(learner.id(), "Wednesday");

        assertThat(sessions.find(secret)).isEmpty();
        assertThat(sessions.endedBecause(secret)).contains("Wednesday");
        assertThat(sessions.find(sessions.open(learner.id()))).isPresent();

        sessions.resumeAll(learner.id());
        assertThat(sessions.find(secret)).isPresent();
        assertThat(sessions.endedBecause(secret)).isEmpty();
    }

    @Test
    void findWhenLifetimeIsOverReturnsEmpty() {
        SessionSecret secret = sessions.open(learner.id());
        pass(Sessions.LIFETIME.minusMillis(1));
        assertThat(sessions.find(secret)).isPresent();
        pass(Duration.ofMillis(1));

        assertThat(sessions.find(secret)).isEmpty();
    }

    @Test
    void renewStartsTheLifetimeAgain() {
        SessionSecret secret = sessions.open(learner.id());
        pass(Duration.ofDays(29));
        sessions.renew(secret);
        pass(Duration.ofDays(29));

        assertThat(sessions.find(secret)).isPresent();
    }

    @Test
    void openRemovesSessionsWhoseLifetimeIsOver() {
        sessions.open(learner.id());
        pass(Sessions.LIFETIME);
        sessions.open(learner.id());

        assertThat(number("SELECT count(*) FROM session")).isEqualTo(1);
    }

    @Test
    void clockThatJumpsByAYearAndBackSignsNobodyOut() {
        SessionSecret before = sessions.open(learner.id());
        now = now.plus(YEAR);
        assertThat(sessions.find(before)).isPresent();
        SessionSecret meanwhile = sessions.open(learner.id());
        now = now.minus(YEAR).plusSeconds(60);

        assertThat(sessions.find(before)).isPresent();
        assertThat(sessions.find(meanwhile)).isPresent();
    }

    @Test
    void clockThatJumpsBackByAYearAndForthSignsNobodyOut() {
        SessionSecret before = sessions.open(learner.id());
        now = now.minus(YEAR);
        assertThat(sessions.find(before)).isPresent();
        SessionSecret meanwhile = sessions.open(learner.id());
        assertThat(sessions.find(meanwhile)).isPresent();
        now = now.plus(YEAR).plusSeconds(60);

        assertThat(sessions.find(before)).isPresent();
        assertThat(sessions.find(meanwhile)).isPresent();
    }

    @Test
    void serverThatStartsWithAWrongClockForgetsNobody() {
        SessionSecret before = sessions.open(learner.id());
        now = now.plus(YEAR);
        Sessions misled = serverThatStarts();
        misled.open(learner.id());
        now = now.minus(YEAR).plusSeconds(60);

        assertThat(misled.find(before)).isPresent();
    }

    @Test
    void sessionOfAClockThatWasAheadLastsNoLongerThanOthers() {
        now = now.plus(YEAR);
        Sessions misled = serverThatStarts();
        SessionSecret secret = misled.open(learner.id());
        now = now.minus(YEAR);
        misled.find(secret);
        pass(Duration.ofDays(1));
        assertThat(misled.find(secret)).isPresent();
        pass(Sessions.LIFETIME);

        assertThat(misled.find(secret)).isEmpty();
    }

    @Test
    void databaseThatTakesNothingSignsNobodyOut() {
        SessionSecret secret = sessions.open(learner.id());
        pass(Duration.ofHours(2));
        kind.fillDisk(database, "session");
        assertThat(sessions.find(secret)).isPresent();
    }

    @Test
    void findNotesWhenItWasLastSeenAtMostOnceAnHour() {
        SessionSecret secret = sessions.open(learner.id());
        long opened = now.toEpochMilli();
        pass(Duration.ofMinutes(59));
        sessions.find(secret);
        assertThat(number("SELECT last_seen_at FROM session")).isEqualTo(opened);
        pass(Duration.ofMinutes(1));
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

    private Sessions serverThatStarts() {
        return new Sessions(database, new BelievedTime(() -> now, () -> nanos));
    }

    private void pass(Duration duration) {
        now = now.plus(duration);
        nanos += duration.toNanos();
    }

    private long number(String query) {
        return database.sql(query).query(Long.class).single();
    }
}
