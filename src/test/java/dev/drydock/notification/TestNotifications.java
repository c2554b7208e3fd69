package dev.drydock.notification;

import dev.drydock.instance.Database;
import dev.drydock.instance.PostgresDatabase;
import dev.drydock.instance.SqliteDatabase;
import dev.drydock.journey.Patience;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What servers have, for tests of what uses it. */
public final class TestNotifications {

    private static final int GUARD_SECONDS = 60;

    private TestNotifications() {}

    /** For one that has its database to itself. */
    public static Notifications ofOneServer() {
        return new InProcessNotifications();
    }

    /** For one more server on a database; returns once it hears what others say. To be closed by the test. */
    public static Notifications ofServerOn(Database database) {
        return switch (database) {
            case SqliteDatabase _ -> ofOneServer();
            case PostgresDatabase shared -> listening(shared);
        };
    }

    /** @param database on PostgreSQL */
    static PostgresNotifications listening(PostgresDatabase database) {
        PostgresNotifications notifications =
                new PostgresNotifications(database, JdbcClient.create(database.connections()));
        CountDownLatch hears = new CountDownLatch(2);
        try (Notifications.Subscription subscription =
                notifications.subscribe("test", new Hearing("begun", word -> hears.countDown()))) {
            notifications.start();
            // The first thing that it says is that the listening has begun; what it hears after that, it has said to
            // all.
            Patience.until("the listening has begun", () -> hears.getCount() < 2);
            notifications.publish("test", "heard");
            if (!hears.await(GUARD_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("In " + GUARD_SECONDS + " seconds nobody listened for " + subscription);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return notifications;
    }

    /** Passes on what it hears, and for missing some, a word of its own. */
    record Hearing(String missed, Consumer<String> to) implements Notifications.Subscriber {

        @Override
        public void received(String payload) {
            to.accept(payload);
        }

        @Override
        public void missedSome() {
            to.accept(missed);
        }
    }
}
