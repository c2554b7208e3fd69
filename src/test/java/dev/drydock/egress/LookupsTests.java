package dev.drydock.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Look-ups with a name server that says nothing about some names until it is let go. */
@Timeout(60)
class LookupsTests {

    private static final InetAddress ADDRESS = InetAddress.ofLiteral("192.0.2.1");
    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration LONG = Duration.ofMinutes(5);

    private final CountDownLatch letGo = new CountDownLatch(1);
    private final AtomicInteger begun = new AtomicInteger();

    private List<InetAddress> nameServer(String name) throws UnknownHostException {
        begun.incrementAndGet();
        if (name.startsWith("hanging")) {
            awaitLetGo();
        }
        if (name.startsWith("unknown")) {
            throw new UnknownHostException(name);
        }
        return List.of(ADDRESS);
    }

    private void awaitLetGo() {
        try {
            letGo.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void end() {
        letGo.countDown();
    }

    @Test
    void resolveWhenTheNameExistsReturnsItsAddressesAndGivesThePermitBack() throws Exception {
        Semaphore permits = new Semaphore(1);
        Lookups lookups = new Lookups(this::nameServer, 2, LONG);
        assertThat(lookups.resolve("example.com", permits)).containsExactly(ADDRESS);
        permits.acquire();
    }

    @Test
    void resolveWhenThereIsNoSuchNameSaysSo() {
        Lookups lookups = new Lookups(this::nameServer, 2, LONG);
        assertThatThrownBy(() -> lookups.resolve("unknown.example", new Semaphore(1)))
                .isInstanceOf(UnknownHostException.class);
    }

    @Test
    void resolveWhenNobodyAnswersIsUnansweredAndKeepsThePermitAsLongAsTheThread() throws InterruptedException {
        Semaphore permits = new Semaphore(2);
        Lookups lookups = new Lookups(this::nameServer, 8, SHORT);
        for (int i = 0; i < 2; i++) {
            assertUnanswered(() -> lookups.resolve("hanging.example", permits));
        }
        assertThat(permits.availablePermits()).isZero();
        assertUnanswered(() -> lookups.resolve("hanging.example", permits));
        assertThat(begun).hasValue(2);
        letGo.countDown();
        permits.acquire(2);
    }

    @Test
    void resolveWhenOneMachineHasItsShareHangingAnswersAnother() throws Exception {
        Semaphore greedy = new Semaphore(2);
        Lookups lookups = new Lookups(this::nameServer, 3, LONG);
        for (int i = 0; i < 2; i++) {
            Thread.ofVirtual().start(() -> resolveHanging(lookups, greedy));
        }
        while (begun.get() < 2) {
            Thread.onSpinWait();
        }
        assertUnanswered(() -> lookups.resolve("example.com", greedy));
        assertThat(lookups.resolve("example.com", new Semaphore(1))).containsExactly(ADDRESS);
    }

    @Test
    void resolveWhenAllThreadsAreTakenIsUnansweredAndGivesThePermitBack() {
        Semaphore other = new Semaphore(1);
        Lookups lookups = new Lookups(this::nameServer, 1, SHORT);
        assertUnanswered(() -> lookups.resolve("hanging.example", new Semaphore(1)));
        assertUnanswered(() -> lookups.resolve("example.com", other));
        assertThat(other.availablePermits()).isOne();
    }

    @Test
    void dialWhenTheMachineHasItsLookUpsHangingIsRefusedAsUnanswered() {
        Semaphore permits = new Semaphore(1);
        Dialer dialer = new Dialer(
                new AddressRules(List.of(), List.of(), List.of()),
                new Lookups(this::nameServer, 8, SHORT),
                Set.of(443),
                LONG);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> dialer.dial(new Target.Name("hanging.example"), 443, permits))
                    .isInstanceOfSatisfying(Refused.class, refused -> assertThat(
                                    new String(Answers.page(refused), StandardCharsets.UTF_8))
                            .startsWith("HTTP/1.1 503 This name is not answered now\r\n")
                            .contains("Try again", "잠시 뒤에 다시"));
        }
        assertThat(begun).hasValue(1);
    }

    private static void resolveHanging(Lookups lookups, Semaphore permits) {
        try {
            lookups.resolve("hanging.example", permits);
        } catch (UnknownHostException | UnansweredException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertUnanswered(ThrowingCallable lookup) {
        assertThatThrownBy(lookup).isInstanceOf(UnansweredException.class);
    }
}
