package dev.drydock.instance;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.sqlite.SQLiteDataSource;

/** How a database is laid out, beside what this version of Drydock knows. */
public final class Schema {

    private final Flyway flyway;

    private Schema(Flyway flyway) {
        this.flyway = flyway;
    }

    /** The layout of a database file; nothing in it is changed. */
    public static Schema of(Path database) {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + database);
        return of(source);
    }

    static Schema of(DataSource source) {
        return new Schema(Flyway.configure().dataSource(source).load());
    }

    static Schema of(Flyway flyway) {
        return new Schema(flyway);
    }

    /** Its number, such as {@code 3}; nothing where the database is empty. */
    public Optional<String> version() {
        return Optional.ofNullable(flyway.info().current())
                .map(MigrationInfo::getVersion)
                .map(Object::toString);
    }

    /** Whether a newer Drydock has made it what it is, so that this one does not know what is in it. */
    public boolean isNewer() {
        return Arrays.stream(flyway.info().all()).anyMatch(Schema::isUnknown);
    }

    /** Whether there is something to bring forward. */
    boolean isOlder() {
        return version().isPresent() && flyway.info().pending().length > 0;
    }

    private static boolean isUnknown(MigrationInfo migration) {
        return switch (migration.getState()) {
            case FUTURE_SUCCESS, FUTURE_FAILED -> true;
            default -> false;
        };
    }
}
