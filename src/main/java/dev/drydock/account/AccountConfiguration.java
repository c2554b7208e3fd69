package dev.drydock.account;

import dev.drydock.instance.DataDirectory;
import dev.drydock.instance.InstanceId;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts together who is known, who is signed in, and what Spring Security asks of both. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClassroomProperties.class)
class AccountConfiguration {

    @Bean
    Learners learners(JdbcClient database) {
        return new Learners(database, InstantSource.system());
    }

    @Bean
    BelievedTime believedTime() {
        return BelievedTime.ofThisHost();
    }

    @Bean
    Sessions sessions(JdbcClient database, BelievedTime time) {
        return new Sessions(database, time);
    }

    @Bean
    OneTimeTokens oneTimeTokens(DataDirectory directory, BelievedTime time) {
        return new OneTimeTokens(directory.signInTokens(), time);
    }

    @Bean
    AccessCode accessCode(DataDirectory directory) {
        return new AccessCode(directory.accessCode());
    }

    @Bean
    PersonalCodes personalCodes(JdbcClient database) {
        return new PersonalCodes(database, InstantSource.system());
    }

    @Bean
    SessionCookie sessionCookie(InstanceId instance) {
        return new SessionCookie(instance);
    }

    @Bean
    EndedSessions endedSessions(SessionCookie cookie, Sessions sessions) {
        return new EndedSessions(cookie, sessions);
    }

    @Bean
    SignIns signIns(Sessions sessions, SessionCookie cookie) {
        return new SignIns(sessions, cookie);
    }

    @Bean
    FirstInstructor firstInstructor(Learners learners, DataDirectory directory) {
        return new FirstInstructor(learners, directory);
    }

    /** One for all forms that take codes. */
    @Bean
    TryLimit tryLimit() {
        return new TryLimit(System::nanoTime);
    }

    @Bean
    SessionSecurityContexts sessionSecurityContexts(SessionCookie cookie, Sessions sessions) {
        return new SessionSecurityContexts(cookie, sessions);
    }

    @Bean
    SessionCsrfTokens sessionCsrfTokens(SessionCookie cookie) {
        return new SessionCsrfTokens(cookie);
    }
}
