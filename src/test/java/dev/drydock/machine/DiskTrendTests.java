package dev.drydock.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.machine.DiskTrend.Outlook;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DiskTrendTests {

    private static final long MB = 1024 * 1024;

    private Instant now = Instant.EPOCH;
    private long free = 10_000 * MB;
    private final DiskTrend trend = new DiskTrend(() -> free, 500 * MB, 1000 * MB, () -> now);

    @Test
    void lookWhenNothingChangesSeesNothing() {
        assertThat(after(0)).returns(false, Outlook::isFalling).returns(false, Outlook::isShort);
        assertThat(after(0)).returns(false, Outlook::isFalling).returns(false, Outlook::isShort);
    }

    @Test
    void lookWhenTheStepIsGoneSinceTheLastTimeIsFallingOnce() {
        after(0);
        assertThat(after(600).isFalling()).isFalse();
        assertThat(after(400).isFalling()).isTrue();
        assertThat(after(0).isFalling()).isFalse();
        assertThat(after(999).isFalling()).isFalse();
    }

    @Test
    void lookWhenRoomWasMadeBeginsFromThere() {
        after(0);
        after(900);
        after(-2000);
        assertThat(after(900).isFalling()).isFalse();
        assertThat(after(100).isFalling()).isTrue();
    }

    @Test
    void lookWhenTheFloorIsReachedIsShort() {
        free = 499 * MB;
        assertThat(after(0)).returns(true, Outlook::isShort).returns(false, Outlook::isFalling);
        assertThat(after(31).isFalling()).isFalse();
        assertThat(after(1).isFalling()).as("then every little counts").isTrue();
    }

    @Test
    void lookWhenTheFloorWillBeReachedInTenSecondsIsShort() {
        free = 3000 * MB;
        after(0);
        assertThat(after(400).isShort()).as("200 MB a second leave 600 MB").isFalse();
        assertThat(after(440).isShort()).as("220 MB a second leave nothing").isTrue();
        assertThat(after(0).isShort()).isFalse();
    }

    @Test
    void diskThatIsNotSeenIsNeverShort() {
        free = Long.MAX_VALUE;
        assertThat(after(0)).returns(false, Outlook::isFalling).returns(false, Outlook::isShort);
        free = 10_000 * MB;
        assertThat(after(0)).returns(false, Outlook::isFalling).returns(false, Outlook::isShort);
    }

    private Outlook after(long lostMegabytes) {
        now = now.plusSeconds(2);
        free -= lostMegabytes * MB;
        return trend.look();
    }
}
