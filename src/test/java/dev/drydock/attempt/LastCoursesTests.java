package dev.drydock.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.account.LearnerId;
import dev.drydock.instance.Database;
import dev.drydock.instance.EachDatabase;
import dev.drydock.journey.Patience;
import dev.drydock.notification.Notifications;
import dev.drydock.notification.TestNotifications;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two servers share a database on PostgreSQL, and each knows by heart what learners did at it. */
class LastCoursesTests {

    private final LearnerId learner = LearnerId.random();

    @TempDir
    Path directory;

    private Notifications tellingHere;
    private Notifications tellingThere;
    private LastCourses here;
    private LastCourses there;

    @BeforeEach
    void twoServers() {
        Database database = EachDatabase.POSTGRESQL.in(directory);
        JdbcClient client = JdbcClient.create(database.connections());
        client.sql("INSERT INTO learner (id, known_as, name, created_at) VALUES (?, 'amy', 'Amy', 0)")
                .param(learner.value())
                .update();
        tellingHere = TestNotifications.ofServerOn(database);
        tellingThere = TestNotifications.ofServerOn(database);
        here = new LastCourses(client, tellingHere);
        there = new LastCourses(client, tellingThere);
    }

    @AfterEach
    void close() throws Exception {
        ((AutoCloseable) tellingHere).close();
        ((AutoCloseable) tellingThere).close();
    }

    @Test
    void whatALearnerOpensAtOneServerTheOtherKnowsAlthoughItKnewSomethingElse() {
        assertThat(there.of(learner)).isEmpty();

        here.opened(learner, "docker");

        assertThat(here.of(learner)).contains("docker");
        Patience.until("the other server knows", () -> there.of(learner).equals(here.of(learner)));
        there.opened(learner, "podman");
        Patience.until(
                "the first one knows",
                () -> here.of(learner).filter("podman"::equals).isPresent());
    }

    @Test
    void closedOneIsNotToldAnyMore() {
        assertThat(there.of(learner)).isEmpty();
        there.close();
        LastCourses third = new LastCourses(
                JdbcClient.create(EachDatabase.POSTGRESQL.in(directory).connections()), tellingThere);
        assertThat(third.of(learner)).isEmpty();

        here.opened(learner, "docker");

        Patience.until("one that listens knows", () -> third.of(learner).isPresent());
        assertThat(there.of(learner)).isEmpty();
    }
}
