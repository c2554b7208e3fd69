package dev.drydock.notification;

import org.junit.jupiter.api.AfterEach;

class InProcessNotificationsTests extends NotificationsContract {

    private final InProcessNotifications notifications = new InProcessNotifications();

    @AfterEach
    void close() {
        notifications.close();
    }

    @Override
    Notifications here() {
        return notifications;
    }

    @Override
    Notifications there() {
        return notifications;
    }
}
