package dev.drydock.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TryLimitTests {

    private final AtomicLong clock = new AtomicLong();
    private final TryLimit limit = new TryLimit(clock::get);

    @Test
    void addressThatHasTriedItsShareWaitsAndOthersDoNot() {
        assertThat(triesOf("192.0.2.1", 1_000)).isEqualTo(TryLimit.PER_ADDRESS);

        assertThat(limit.allows("192.0.2.1")).isFalse();
        assertThat(limit.allows("192.0.2.2")).isTrue();
    }

    @Test
    void oneMoreTryIsThereAfterAWhile() {
        triesOf("192.0.2.1", 1_000);
        clock.addAndGet(TimeUnit.SECONDS.toNanos(TryLimit.SECONDS_UNTIL_ONE_MORE));

        assertThat(triesOf("192.0.2.1", 10)).isEqualTo(1);
    }

    @Test
    void addressesOfOneIpv6NetworkAreOne() {
        int allowed = 0;
        for (int host = 1; host <= 1_000; host++) {
            allowed += triesOf("2001:db8:1:2::" + Integer.toHexString(host), 1);
        }

        assertThat(allowed).isEqualTo(TryLimit.PER_ADDRESS);
        assertThat(limit.allows("2001:db8:1:3::1")).isTrue();
    }

    @Test
    void allTogetherAreLimitedToo() {
        int allowed = 0;
        for (int host = 0; host < 200; host++) {
            allowed += triesOf("198.51.100." + host, 10);
        }

        assertThat(allowed).isEqualTo(TryLimit.IN_TOTAL);
    }

    @Test
    void whoHasToWaitTakesNothingFromTheOthers() {
        triesOf("192.0.2.1", 10_000);

        assertThat(triesOf("192.0.2.2", 1_000)).isEqualTo(TryLimit.PER_ADDRESS);
    }

    private int triesOf(String address, int tries) {
        int allowed = 0;
        for (int i = 0; i < tries; i++) {
            allowed += limit.allows(address) ? 1 : 0;
        }
        return allowed;
    }
}
