package dev.drydock.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FloodsTests {

    private static final int FRAME = 32_768;
    private static final long ALL_TOGETHER = 1 << 20;

    private long now = 1_000_000;
    private final Floods floods = new Floods(ALL_TOGETHER, () -> now);

    @Test
    void whoTypesNeverWaitsHoweverManyFlood() {
        flood(floods.meter());
        flood(floods.meter());
        Floods.Meter typist = floods.meter();
        for (int key = 0; key < 1_000; key++) {
            assertThat(typist.carried(50)).isZero();
            now += Duration.ofMillis(20).toNanos();
        }
    }

    @Test
    void oneFloodAloneIsAsFastAsItCanBe() {
        Floods.Meter alone = floods.meter();
        for (int frame = 0; frame < 1_000; frame++) {
            assertThat(alone.carried(FRAME)).isZero();
        }
    }

    @Test
    void severalFloodsGetTheirShareOfWhatAllMayPutOut() {
        Floods.Meter[] all = {floods.meter(), floods.meter(), floods.meter(), floods.meter()};
        for (Floods.Meter one : all) {
            flood(one);
        }
        long begin = now;
        long bytes = 0;
        while (now - begin < Duration.ofSeconds(20).toNanos()) {
            Duration longest = Duration.ZERO;
            for (Floods.Meter one : all) {
                Duration wait = one.carried(FRAME);
                bytes += FRAME;
                longest = wait.compareTo(longest) > 0 ? wait : longest;
            }
            assertThat(longest).isPositive();
            now += longest.toNanos();
        }
        assertThat(bytes / 20.0).isBetween(0.9 * ALL_TOGETHER, 1.1 * ALL_TOGETHER);
    }

    @Test
    void floodThatHasEndedTakesNothingFromTheOthersShare() {
        Floods.Meter ended = floods.meter();
        Floods.Meter other = floods.meter();
        flood(ended);
        flood(other);
        assertThat(other.carried(FRAME)).isPositive();
        now += Duration.ofSeconds(3).toNanos();
        for (int frame = 0; frame < 100; frame++) {
            assertThat(other.carried(FRAME)).isZero();
        }
    }

    @Test
    void whoHasFloodedAndTypesNowDoesNotWait() {
        Floods.Meter one = floods.meter();
        flood(one);
        flood(floods.meter());
        now += Duration.ofSeconds(3).toNanos();
        flood(floods.meter());
        assertThat(one.carried(50)).isZero();
    }

    /** So much at one moment that it counts as a flood. */
    private static void flood(Floods.Meter meter) {
        for (long bytes = 0; bytes <= Floods.CALM_BYTES; bytes += FRAME) {
            meter.carried(FRAME);
        }
    }
}
