package dev.drydock.notification;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** For a database that one server has to itself: there is nobody else to tell. */
final class InProcessNotifications implements Notifications, AutoCloseable {

    private final Subscribers subscribers = new Subscribers();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("notifications").factory());

    @Override
    public void publish(String topic, String payload) {
        Notifications.check(topic, payload);
        thread.execute(() -> subscribers.tell(topic, payload));
    }

    @Override
    public Subscription subscribe(String topic, Subscriber subscriber) {
        Notifications.check(topic, "");
        return subscribers.add(topic, subscriber);
    }

    @Override
    public void close() {
        thread.close();
    }
}
