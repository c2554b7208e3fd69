package dev.drydock.account;

import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** A real database with the real schema, in a directory of the test's. */
final class Database {

    private Database() {}

    static JdbcClient in(Path directory) {
        SQLiteConfig config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + directory.resolve("drydock.db"));
        Flyway.configure().dataSource(source).load().migrate();
        return JdbcClient.create(source);
    }
}
