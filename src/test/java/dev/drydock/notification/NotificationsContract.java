package dev.drydock.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.drydock.notification.Notifications.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every kind of notifications must keep, whoever shares the database. */
abstract class NotificationsContract {

    static final String MISSED = "(missed some)";
    private static final int GUARD_SECONDS = 60;

    /** What this server has. */
    abstract Notifications here();

    /** What another server on the same database has; the same thing where there can be no other. */
    abstract Notifications there();

    /** What is heard of a topic from now on. */
    static BlockingQueue<String> listen(Notifications notifications, String topic) {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        notifications.subscribe(topic, new TestNotifications.Hearing(MISSED, heard::add));
        return heard;
    }

    static String next(BlockingQueue<String> heard) {
        try {
            String word = heard.poll(GUARD_SECONDS, TimeUnit.SECONDS);
            return word == null ? "(nothing in " + GUARD_SECONDS + " seconds)" : word;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void publishIsHeardByEverySubscriberOfTheTopicOnEveryServer() {
        BlockingQueue<String> one = listen(here(), "fruit");
        BlockingQueue<String> another = listen(here(), "fruit");
        BlockingQueue<String> elsewhere = listen(there(), "fruit");

        here().publish("fruit", "apple");

        assertThat(next(one)).isEqualTo("apple");
        assertThat(next(another)).isEqualTo("apple");
        assertThat(next(elsewhere)).isEqualTo("apple");
    }

    @Test
    void messagesArriveInTheOrderInWhichTheyWerePublishedAndNoneIsLost() {
        BlockingQueue<String> heard = listen(there(), "number");
        List<String> sent = IntStream.range(0, 500).mapToObj(Integer::toString).toList();

        sent.forEach(number -> here().publish("number", number));

        List<String> arrived = new ArrayList<>();
        sent.forEach(number -> arrived.add(next(heard)));
        assertThat(arrived).isEqualTo(sent);
    }

    @Test
    void messagesOfOtherTopicsAreNotHeard() {
        BlockingQueue<String> heard = listen(there(), "fruit");

        here().publish("fruit-2", "stone");
        here().publish("fruit", "apple");

        assertThat(next(heard)).isEqualTo("apple");
    }

    @Test
    void subscriberThatIsClosedHearsNothingMore() {
        BlockingQueue<String> closed = new LinkedBlockingQueue<>();
        Subscription subscription = there().subscribe("fruit", new TestNotifications.Hearing(MISSED, closed::add));
        BlockingQueue<String> open = listen(there(), "fruit");
        subscription.close();

        here().publish("fruit", "apple");

        assertThat(next(open)).isEqualTo("apple");
        assertThat(closed).isEmpty();
    }

    @Test
    void subscriberThatFailsKeepsNobodyFromHearing() {
        there().subscribe("fruit", new TestNotifications.Hearing(MISSED, word -> {
            throw new IllegalStateException("no fruit, please");
        }));
        BlockingQueue<String> heard = listen(there(), "fruit");

        here().publish("fruit", "apple");
        here().publish("fruit", "pear");

        assertThat(next(heard)).isEqualTo("apple");
        assertThat(next(heard)).isEqualTo("pear");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", "a:b", "'; NOTIFY drydock, 'x", "한글 – “quotes” \\ \n \t", "😀"})
    void payloadArrivesAsItIs(String payload) {
        BlockingQueue<String> heard = listen(there(), "fruit");

        here().publish("fruit", payload);

        assertThat(next(heard)).isEqualTo(payload);
    }

    @Test
    void payloadMayHaveSoManyBytesAndNoMore() {
        BlockingQueue<String> heard = listen(there(), "fruit");
        String longest = "한".repeat(170) + "ab";

        here().publish("fruit", longest);

        assertThat(next(heard)).isEqualTo(longest);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> here().publish("fruit", longest + "c"))
                .withMessageContaining("has 513 bytes, and 512 at most");
    }

    @Test
    void payloadWithTheCharacterThatPostgresCannotKeepIsRefusedEverywhere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> here().publish("fruit", "a\0b"))
                .withMessageContaining("U+0000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Fruit", "a b", "a:b", "-a", "a123456789b123456789c123456789d1234567890"})
    void topicThatIsNoneIsRefused(String topic) {
        assertThatIllegalArgumentException().isThrownBy(() -> here().publish(topic, ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> here().subscribe(topic, new TestNotifications.Hearing(MISSED, word -> {})));
    }
}
