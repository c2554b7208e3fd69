package dev.drydock.notification;

import dev.drydock.notification.Notifications.Subscriber;
import dev.drydock.notification.Notifications.Subscription;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who listens to what in this server. One that fails does not keep the others from hearing. */
final class Subscribers {

    private static final Logger log = LoggerFactory.getLogger(Subscribers.class);

    private final Map<String, List<Subscriber>> byTopic = new ConcurrentHashMap<>();

    Subscription add(String topic, Subscriber subscriber) {
        List<Subscriber> subscribers = byTopic.computeIfAbsent(topic, name -> new CopyOnWriteArrayList<>());
        subscribers.add(subscriber);
        return () -> subscribers.remove(subscriber);
    }

    void tell(String topic, String payload) {
        byTopic.getOrDefault(topic, List.of()).forEach(one -> call(topic, one, to -> to.received(payload)));
    }

    void tellAllThatSomeWereMissed() {
        byTopic.forEach((topic, all) -> all.forEach(one -> call(topic, one, Subscriber::missedSome)));
    }

    private static void call(String topic, Subscriber subscriber, Consumer<Subscriber> words) {
        try {
            words.accept(subscriber);
        } catch (RuntimeException e) {
            log.error("A subscriber of '{}' has failed", topic, e);
        }
    }
}
