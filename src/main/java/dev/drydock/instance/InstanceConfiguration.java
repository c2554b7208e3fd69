package dev.drydock.instance;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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

    /** One connection that everybody takes turns at. */
    @Bean
    DataSource dataSource(DataDirectory directory) {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(Database.in(directory.path()));
        pool.setMaximumPoolSize(1);
        pool.setPoolName("database");
        return pool;
    }
}
