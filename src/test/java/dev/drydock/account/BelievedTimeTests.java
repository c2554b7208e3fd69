package dev.drydock.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BelievedTimeTests {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration YEAR = Duration.ofDays(365);

    private Instant wall = NOON;
    private long nanos = 17;
    private final BelievedTime time = new BelievedTime(() -> wall, () -> nanos);

    @Test
    void clockThatGoesAsItShouldIsFollowed() {
        pass(Duration.ofDays(40));
        assertThat(time.instant()).isEqualTo(wall);
        assertThat(time.earliest()).isEqualTo(wall);
        assertThat(time.latest()).isEqualTo(wall);
    }

    @Test
    void clockThatIsSetRightByALittleIsFollowed() {
        wall = wall.plus(Duration.ofMinutes(59));
        assertThat(time.instant()).isEqualTo(wall);
        wall = wall.minus(Duration.ofMinutes(59));
        assertThat(time.instant()).isEqualTo(wall);
    }

    @Test
    void clockThatJumpsByAYearAndBackIsNotBelieved() {
        wall = wall.plus(YEAR);
        assertThat(time.instant()).isEqualTo(NOON);
        pass(Duration.ofHours(23));
        assertThat(time.instant()).isEqualTo(NOON.plus(Duration.ofHours(23)));
        assertThat(time.earliest()).isEqualTo(NOON.plus(Duration.ofHours(23)));
        assertThat(time.latest()).isEqualTo(wall);
        wall = wall.minus(YEAR);
        pass(Duration.ofHours(23));
        assertThat(time.instant()).isEqualTo(wall);
    }

    @Test
    void clockThatJumpsBackByAYearIsNotBelieved() {
        wall = wall.minus(YEAR);
        assertThat(time.instant()).isEqualTo(NOON);
        assertThat(time.earliest()).isEqualTo(wall);
        assertThat(time.latest()).isEqualTo(NOON);
    }

    @Test
    void dateThatHasStoodForADayIsBelieved() {
        wall = wall.plus(YEAR);
        time.instant();
        pass(BelievedTime.PROOF.minusNanos(1));
        assertThat(time.instant()).isNotEqualTo(wall);
        pass(Duration.ofNanos(1));
        assertThat(time.instant()).isEqualTo(wall);
    }

    @Test
    void eachJumpHasToStandForADay() {
        wall = wall.plus(YEAR);
        time.instant();
        pass(Duration.ofHours(23));
        wall = wall.plus(YEAR);
        time.instant();
        pass(Duration.ofHours(23));
        assertThat(time.instant()).isEqualTo(NOON.plus(Duration.ofHours(46)));
        pass(Duration.ofHours(1));
        assertThat(time.instant()).isEqualTo(wall);
    }

    @Test
    void timeIsProvenAfterADay() {
        pass(Duration.ofHours(23));
        assertThat(time.isProven()).isFalse();
        pass(Duration.ofHours(1));
        assertThat(time.isProven()).isTrue();
    }

    private void pass(Duration duration) {
        nanos += duration.toNanos();
        wall = wall.plus(duration);
    }
}
