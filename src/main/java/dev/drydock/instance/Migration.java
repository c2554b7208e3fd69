package dev.drydock.instance;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/** Brings the database forward, never back: keeps a copy of it as it was, and leaves one alone that is newer than this server. */
@Component
class Migration implements FlywayMigrationStrategy {

    private final Database database;

    Migration(Database database) {
        this.database = database;
    }

    @Override
    public void migrate(Flyway flyway) {
        try {
            bringForward(flyway);
        } catch (FlywayException e) {
            throw DatabaseTrouble.in(e).<RuntimeException>map(database::explain).orElse(e);
        }
    }

    private void bringForward(Flyway flyway) {
        Schema schema = Schema.of(flyway);
        if (schema.isNewer()) {
            throw database.newer(schema.version().orElse("?"));
        }
        if (schema.isOlder()) {
            database.keepCopy(schema.version().orElseThrow());
        }
        flyway.migrate();
    }
}
