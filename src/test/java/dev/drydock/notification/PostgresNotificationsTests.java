package dev.drydock.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.instance.Database;
import dev.drydock.instance.PostgresDatabase;
import dev.drydock.instance.PostgresServer;
import dev.drydock.journey.Patience;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class PostgresNotificationsTests extends NotificationsContract {

    private static final String CUT = """
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE datname = '%s' AND query LIKE 'LISTEN%%'""";

    @TempDir
    Path directory;

    private String url;
    private PostgresDatabase database;
    private PostgresNotifications here;
    private PostgresNotifications there;

    @BeforeEach
    void open() {
        open(PostgresServer.shared());
    }

    private void open(PostgresServer server) {
        url = server.newDatabase();
        database = (PostgresDatabase) Database.of(PostgresServer.asDrydock(url), directory);
        here = TestNotifications.listening(database);
        there = TestNotifications.listening(database);
    }

    @AfterEach
    void close() throws SQLException {
        here.close();
        there.close();
    }

    @Override
    Notifications here() {
        return here;
    }

    @Override
    Notifications there() {
        return there;
    }

    @Test
    void subscribersAreToldToLookAgainWhenTheConnectionWasCut() {
        BlockingQueue<String> heard = listen(there, "fruit");

        PostgresServer.shared().execute(CUT.formatted(url.substring(url.lastIndexOf('/') + 1)));

        assertThat(next(heard)).isEqualTo(MISSED);
        here.publish("fruit", "apple");
        assertThat(next(heard)).isEqualTo("apple");
    }

    @Test
    void subscribersAreToldToLookAgainAfterTheServersRestart() throws SQLException {
        close();
        try (PostgresServer server = PostgresServer.start()) {
            open(server);
            BlockingQueue<String> heard = listen(there, "fruit");
            here.publish("fruit", "apple");
            assertThat(next(heard)).isEqualTo("apple");

            server.stop();
            server.startAgain();

            assertThat(next(heard)).isEqualTo(MISSED);
            here.publish("fruit", "pear");
            assertThat(next(heard)).isEqualTo("pear");
        }
    }

    @Test
    void messageOfATransactionThatIsTakenBackIsNeverHeard() {
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(database.connections());
        PostgresNotifications part = new PostgresNotifications(
                database, JdbcClient.create(Objects.requireNonNull(transactions.getDataSource())));
        BlockingQueue<String> heard = listen(there, "fruit");

        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            part.publish("fruit", "stone");
            transaction.setRollbackOnly();
        });
        here.publish("fruit", "apple");

        assertThat(next(heard)).isEqualTo("apple");
    }

    @Test
    void closeLeavesNoConnection() throws SQLException {
        close();

        JdbcClient asking = JdbcClient.create(database.connections());
        Patience.until(
                "only the one who asks is connected",
                () -> asking.sql("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()")
                                .query(Long.class)
                                .single()
                        == 1);
    }
}
