package dev.drydock.instance;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/** Brings the database forward, never back: keeps a copy of it as it was, and leaves one alone that is newer than this server. */
@Component
class Migration implements FlywayMigrationStrategy {

    private static final Logger log = LoggerFactory.getLogger(Migration.class);
    private static final DateTimeFormatter NOW = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");

    private final DataDirectory directory;

    Migration(DataDirectory directory) {
        this.directory = directory;
    }

    @Override
    public void migrate(Flyway flyway) {
        Schema schema = Schema.of(flyway);
        if (schema.isNewer()) {
            throw DataDirectoryException.newer(
                    directory.path(), schema.version().orElse("?"));
        }
        if (schema.isOlder()) {
            keepCopy(schema.version().orElseThrow());
        }
        flyway.migrate();
    }

    private void keepCopy(String version) {
        Path copy = directory.path().resolve("drydock.db.version-" + version + "." + NOW.format(LocalDateTime.now()));
        try {
            Snapshot.take(directory.database(), copy);
            log.info("The database is brought forward from version {}; as it was, it is kept as {}", version, copy);
        } catch (IOException e) {
            throw DataDirectoryException.unusable(directory.path(), e);
        }
    }
}
