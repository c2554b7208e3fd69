package dev.drydock.notification;

import dev.drydock.instance.Database;
import dev.drydock.instance.PostgresDatabase;
import dev.drydock.instance.SqliteDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several servers share a database on PostgreSQL only. */
@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {

    @Bean
    Notifications notifications(Database database, JdbcClient client) {
        return switch (database) {
            case SqliteDatabase _ -> new InProcessNotifications();
            case PostgresDatabase shared -> listening(shared, client);
        };
    }

    private static Notifications listening(PostgresDatabase database, JdbcClient client) {
        PostgresNotifications notifications = new PostgresNotifications(database, client);
        notifications.start();
        return notifications;
    }
}
