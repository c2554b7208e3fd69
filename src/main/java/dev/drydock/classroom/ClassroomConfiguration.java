package dev.drydock.classroom;

import dev.drydock.account.Learners;
import dev.drydock.account.PersonalCodes;
import dev.drydock.account.Sessions;
import dev.drydock.attempt.Policy;
import dev.drydock.notification.Notifications;
import dev.drydock.terminal.OpenTerminals;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What the database keeps of classes. Where one person is alone, there are none. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("drydock.classroom.open")
class ClassroomConfiguration {

    @Bean
    Classes classes(JdbcClient database, TransactionOperations transactions) {
        return new Classes(database, transactions, InstantSource.system());
    }

    @Bean
    Members members(JdbcClient database) {
        return new Members(database, InstantSource.system());
    }

    @Bean
    Assignments assignments(JdbcClient database) {
        return new Assignments(database);
    }

    @Bean
    Policy classPolicy(JdbcClient database) {
        return new ClassPolicy(database);
    }

    @Bean
    Admissions admissions(Classes classes, Members members, TransactionOperations transactions) {
        return new Admissions(classes, members, transactions);
    }

    @Bean
    Removals removals(Members members, Sessions sessions, Notifications notifications, OpenTerminals terminals) {
        return new Removals(members, sessions, notifications, terminals);
    }

    @Bean
    Invitations invitations(
            Classes classes,
            Members members,
            Admissions admissions,
            Learners learners,
            PersonalCodes codes,
            TransactionOperations transactions) {
        return new Invitations(classes, members, admissions, learners, codes, transactions);
    }
}
