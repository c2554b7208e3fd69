package dev.drydock.attempt;

import dev.drydock.attempt.Policy.Permissions;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database keeps of attempts, told the time by this machine's clock. */
@Configuration(proxyBeanMethods = false)
class AttemptConfiguration {

    @Bean
    Progress progress(JdbcClient database) {
        return new Progress(database, InstantSource.system());
    }

    /** Where nothing has classes, everybody is allowed everything. */
    @Bean
    Permits permits(ObjectProvider<Policy> policy) {
        return new Permits(policy.getIfAvailable(() -> learner -> Permissions.EVERYTHING), InstantSource.system());
    }

    @Bean
    PreparedLessons preparedLessons(JdbcClient database) {
        return new PreparedLessons(database, InstantSource.system());
    }
}
