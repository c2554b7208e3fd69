package dev.drydock.egress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenBucketTests {

    private static final long SECOND = 1_000_000_000L;

    private long now = 5 * SECOND;
    private final TokenBucket bucket = new TokenBucket(1000, () -> now, nanos -> now += nanos);

    @Test
    void takeWhenNothingWasTakenForASecondDoesNotWait() throws InterruptedException {
        bucket.take(1000);
        assertThat(now).isEqualTo(5 * SECOND);
    }

    @Test
    void takeWhenMoreIsTakenThanIsEarnedWaitsUntilItIs() throws InterruptedException {
        bucket.take(1000);
        bucket.take(500);
        assertThat(now).isEqualTo(5 * SECOND + SECOND / 2);
        bucket.take(2000);
        assertThat(now).isEqualTo(7 * SECOND + SECOND / 2);
    }

    @Test
    void takeWhenNothingWasTakenForLongHasSavedUpNoMoreThanASecond() throws InterruptedException {
        bucket.take(1000);
        now += 100 * SECOND;
        long then = now;
        bucket.take(1500);
        assertThat(now).isEqualTo(then + SECOND / 2);
    }
}
