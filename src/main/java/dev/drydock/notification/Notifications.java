package dev.drydock.notification;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Tells every server that shares the database, the telling one included, that something has changed. A message is a hint to look: it is not kept, and
 * who was away when it was sent is told afterwards that there may have been some. Messages of one topic arrive in the order in which they were
 * published.
 */
public interface Notifications {

    /** The longest payload, in bytes of UTF-8. */
    int LONGEST_PAYLOAD = 512;

    /** What a topic is called: up to 40 small letters, digits and dashes. */
    Pattern TOPIC = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    /**
     * Tells all subscribers of the topic; does not wait until they have heard it.
     *
     * @param payload short text, such as an id, without U+0000
     * @throws IllegalArgumentException if topic or payload is not as it must be
     * @throws org.springframework.dao.DataAccessException if the database cannot pass it on
     */
    void publish(String topic, String payload);

    /**
     * Listens from now on, until closed.
     *
     * @throws IllegalArgumentException if the topic is not as it must be
     */
    Subscription subscribe(String topic, Subscriber subscriber);

    /** Is called by one thread, a call at a time, and must not take long. What it throws is logged. */
    interface Subscriber {

        /** Somebody has published this. */
        void received(String payload);

        /** Messages may have been missed: look at everything again. Comes at the beginning, too, where the listening begins later. */
        void missedSome();
    }

    /** Ends the listening when closed. */
    interface Subscription extends AutoCloseable {

        @Override
        void close();
    }

    /** @throws IllegalArgumentException if topic or payload is not as it must be */
    static void check(String topic, String payload) {
        if (!TOPIC.matcher(topic).matches()) {
            throw new IllegalArgumentException(
                    "A topic has up to 40 small letters, digits and dashes, unlike '" + topic + "'");
        }
        int length = payload.getBytes(StandardCharsets.UTF_8).length;
        if (length > LONGEST_PAYLOAD) {
            throw new IllegalArgumentException("A payload of topic '" + topic + "' has " + length + " bytes, and "
                    + LONGEST_PAYLOAD + " at most are sent: keep it in the database, and send its id");
        }
        if (payload.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("A payload of topic '" + topic + "' holds the character U+0000");
        }
    }
}
