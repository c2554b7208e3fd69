package dev.drydock.instance;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Opens the data directory first, so that a second server stops before it touches anything. */
@Configuration(proxyBeanMethods = false)
class InstanceConfiguration {

    @Bean
    DataDirectory dataDirectory(@Value("${drydock.data}") String directory) {
        // Not bound as a Path: Spring looks for a relative one on the class path first.
        return DataDirectory.open(Path.of(directory));
    }

    @Bean
    InstanceId instanceId(DataDirectory directory) {
        return directory.id();
    }

    /** SQLite, durable at every commit: WAL with synchronous=FULL, one connection that everybody takes turns at. */
    @Bean
    DataSource dataSource(DataDirectory directory) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(5_000);
        SQLiteDataSource sqlite = new SQLiteDataSource(config);
        sqlite.setUrl("jdbc:sqlite:" + directory.path().resolve("drydock.db"));
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(sqlite);
        pool.setMaximumPoolSize(1);
        pool.setPoolName("database");
        return pool;
    }
}
