package dev.drydock.notification;

import dev.drydock.instance.PostgresDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * LISTEN and NOTIFY on one channel, {@code drydock}, whose messages are {@code TOPIC:PAYLOAD}. A connection of its own listens; when it is lost, it is
 * made again, and subscribers are told that they may have missed something. A message that is published twice in one transaction may arrive once.
 */
final class PostgresNotifications implements Notifications, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PostgresNotifications.class);
    private static final String CHANNEL = "drydock";

    /** After so much silence the server is asked whether it is still there: a connection that was cut says nothing. */
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(1);

    private final PostgresDatabase database;
    private final JdbcClient client;
    private final Subscribers subscribers = new Subscribers();
    private final Thread listener = Thread.ofVirtual().name("notifications").unstarted(this::listen);
    private volatile boolean closed;
    private volatile @Nullable Connection connection;

    /** @param client by which messages are sent, as part of the transaction that it may be in */
    PostgresNotifications(PostgresDatabase database, JdbcClient client) {
        this.database = database;
        this.client = client;
    }

    /** Begins to listen. */
    void start() {
        listener.start();
    }

    @Override
    public void publish(String topic, String payload) {
        Notifications.check(topic, payload);
        client.sql("SELECT pg_notify(?, ?)")
                .params(CHANNEL, topic + ":" + payload)
                .query((row, number) -> "")
                .list();
    }

    /** Where the listening has begun already, the subscriber hears all from now on. */
    @Override
    public Subscription subscribe(String topic, Subscriber subscriber) {
        Notifications.check(topic, "");
        return subscribers.add(topic, subscriber);
    }

    private void listen() {
        boolean told = false;
        while (!closed) {
            try (Connection own = database.connections().getConnection();
                    Statement statement = own.createStatement()) {
                connection = own;
                statement.execute("LISTEN " + CHANNEL);
                told = false;
                subscribers.tellAllThatSomeWereMissed();
                passOn(own.unwrap(PGConnection.class), statement);
            } catch (SQLException e) {
                if (!closed && !told) {
                    log.warn(
                            "What other servers change is not heard until the database answers again: {}",
                            e.getMessage());
                    told = true;
                }
            }
            pause();
        }
    }

    private void passOn(PGConnection own, Statement statement) throws SQLException {
        while (!closed) {
            PGNotification[] heard = own.getNotifications((int) SILENCE.toMillis());
            if (heard == null || heard.length == 0) {
                statement.execute("SELECT 1");
                continue;
            }
            for (PGNotification one : heard) {
                String message = one.getParameter();
                int colon = message.indexOf(':');
                if (colon > 0) {
                    subscribers.tell(message.substring(0, colon), message.substring(colon + 1));
                }
            }
        }
    }

    private void pause() {
        if (closed) {
            return;
        }
        try {
            Thread.sleep(BEFORE_NEXT_TRY);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does not wait for a subscriber that is being told. */
    @Override
    public void close() throws SQLException {
        closed = true;
        listener.interrupt();
        Connection own = connection;
        if (own != null) {
            own.abort(Runnable::run);
        }
    }
}
