package dev.drydock.instance;

import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the data directory first, so that a second server stops before it touches anything. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
class InstanceConfiguration {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    @Bean
    DataDirectory dataDirectory(@Value("${drydock.data}") String directory) {
        // Not bound as a Path: Spring looks for a relative one on the class path first.
        return DataDirectory.open(Path.of(directory));
    }

    @Bean
    InstanceId instanceId(DataDirectory directory) {
        return directory.id();
    }

    @Bean
    Database database(DatabaseProperties properties, DataDirectory directory) {
        Database database = Database.of(properties, directory.path());
        DatabaseNote.requireNoneFor(database, directory);
        return database;
    }

    /** A server that cannot use its database says so and ends, before anything else asks. */
    @Bean
    DataSource dataSource(Database database, DataDirectory directory) {
        database.requireUsable();
        DatabaseNote.keep(database, directory);
        return database.pool();
    }

    @Bean
    DatabaseWatch databaseWatch(Database database, DataSource pool) {
        return new DatabaseWatch(database, pool, BETWEEN_LOOKS);
    }
}
