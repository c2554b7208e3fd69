package dev.drydock.instance;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log once that the database cannot be used, and once that it can again, however many requests find out. */
public final class DatabaseWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DatabaseWatch.class);

    private final Database database;
    private final DataSource pool;
    private final Duration pause;
    private final AtomicBoolean away = new AtomicBoolean();
    private volatile boolean closed;

    /**
     * @param pool of connections to it, which may need longer to recover than the database
     * @param pause between two looks whether it can be used again; for twice as long after it can, those are not told of who had been waiting before
     */
    DatabaseWatch(Database database, DataSource pool, Duration pause) {
        this.database = database;
        this.pool = pool;
        this.pause = pause;
    }

    /** To be told of whatever {@link DatabaseTrouble} finds. */
    public void noteTrouble(SQLException failure) {
        if (away.compareAndSet(false, true)) {
            log.error(
                    "{} Pages that need it say that they cannot be shown, until it can be used again.",
                    database.explain(failure).getMessage());
            Thread.ofVirtual().name("database-watch").start(this::awaitRecovery);
        }
    }

    private void awaitRecovery() {
        try {
            do {
                Thread.sleep(pause);
            } while (!closed && !isUsable());
            if (!closed) {
                log.info("The database {} can be used again", database.location());
                Thread.sleep(pause.multipliedBy(2));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        away.set(false);
    }

    private boolean isUsable() {
        try {
            database.requireUsable();
            pool.getConnection().close();
            return true;
        } catch (DatabaseException | SQLException e) {
            log.debug("{}", e.getMessage());
            return false;
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
