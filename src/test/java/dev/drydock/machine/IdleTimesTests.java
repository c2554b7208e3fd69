package dev.drydock.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class IdleTimesTests {

    private static final IdleTimes USUAL =
            new IdleTimes(Duration.ofMinutes(20), Duration.ofHours(3), Duration.ofDays(30), Duration.ofDays(2));

    @Test
    void grantingNothingLeavesAllAsUsual() {
        assertThat(USUAL.granting(IdleWish.NONE, 4)).isEqualTo(USUAL);
    }

    @Test
    void grantingWhatTheHostAllowsGivesIt() {
        IdleWish wish =
                new IdleWish(Duration.ofMinutes(45), Duration.ofHours(4), Duration.ofDays(60), Duration.ofDays(5));
        assertThat(USUAL.granting(wish, 4))
                .isEqualTo(new IdleTimes(
                        Duration.ofMinutes(45), Duration.ofHours(4), Duration.ofDays(60), Duration.ofDays(5)));
    }

    @Test
    void grantingTooMuchGivesTheMostThatTheHostAllows() {
        IdleWish wish = new IdleWish(Duration.ofDays(1), Duration.ofDays(9), Duration.ofDays(366), Duration.ofDays(99));
        assertThat(USUAL.granting(wish, 4))
                .isEqualTo(new IdleTimes(
                        Duration.ofMinutes(80), Duration.ofHours(12), Duration.ofDays(120), Duration.ofDays(8)));
        assertThat(USUAL.granting(wish, 1)).isEqualTo(USUAL);
    }

    @Test
    void grantingLessGivesLess() {
        IdleWish wish =
                new IdleWish(Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofDays(1), Duration.ofHours(1));
        assertThat(USUAL.granting(wish, 1))
                .isEqualTo(new IdleTimes(
                        Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofDays(1), Duration.ofHours(1)));
    }

    @Test
    void grantingALongPauseMovesTheStopAndAShortStopWaitsForThePause() {
        assertThat(USUAL.granting(new IdleWish(Duration.ofHours(5), null, null, null), 20)
                        .stop())
                .isEqualTo(Duration.ofHours(5));
        assertThat(USUAL.granting(new IdleWish(null, Duration.ofMinutes(1), null, null), 4)
                        .stop())
                .isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void grantingAnEndWhereTheHostKnowsNoneGivesIt() {
        IdleTimes forGood = new IdleTimes(USUAL.pause(), USUAL.stop(), Duration.ZERO, Duration.ZERO);
        IdleWish wish = new IdleWish(null, null, Duration.ofDays(300), null);
        assertThat(forGood.granting(wish, 1).expire()).isEqualTo(Duration.ofDays(300));
    }
}
