package dev.drydock.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.machine.DiskUsage.Level;
import dev.drydock.machine.DiskUsage.Stopped;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DiskLedgerTests {

    private static final MachineId MACHINE = new MachineId("0123456789ab");

    private Instant now = Instant.EPOCH;
    private final DiskLedger ledger = new DiskLedger(new DiskLimit(1000), () -> now);

    @Test
    void usageOfAMachineThatWasNeverMeasuredIsUnknown() {
        assertThat(ledger.usage(MACHINE)).isEmpty();
        ledger.missed(MACHINE);
        assertThat(ledger.usage(MACHINE)).isEmpty();
    }

    @Test
    void levelGoesByWhatAMachineMayTake() {
        assertThat(levelAt(799)).isEqualTo(Level.ENOUGH);
        assertThat(levelAt(800)).isEqualTo(Level.NEARLY_FULL);
        assertThat(levelAt(999)).isEqualTo(Level.NEARLY_FULL);
        assertThat(levelAt(1000)).isEqualTo(Level.FULL);
    }

    @Test
    void machineMayGoATenthOverItsLimitAndNoFurther() {
        ledger.measured(MACHINE, 10, Instant.MAX);
        assertThat(ledger.measured(MACHINE, 1100, Instant.MAX).isOverCeiling()).isFalse();
        assertThat(ledger.measured(MACHINE, 1101, Instant.MAX).isOverCeiling()).isTrue();
    }

    @Test
    void machineThatIsFarOverItsLimitWhenItIsFirstSeenMayNotGrow() {
        assertThat(ledger.measured(MACHINE, 5000, Instant.MAX).isOverCeiling()).isFalse();
        assertThat(ledger.measured(MACHINE, 5020, Instant.MAX).isOverCeiling()).isFalse();
        assertThat(ledger.measured(MACHINE, 5021, Instant.MAX).isOverCeiling()).isTrue();
    }

    @Test
    void roomThatWasMadeIsNotGivenAway() {
        ledger.measured(MACHINE, 5000, Instant.MAX);
        ledger.measured(MACHINE, 3000, Instant.MAX);
        assertThat(ledger.measured(MACHINE, 3021, Instant.MAX).isOverCeiling()).isTrue();
        ledger.measured(MACHINE, 500, Instant.MAX);
        assertThat(ledger.measured(MACHINE, 1100, Instant.MAX).isOverCeiling()).isFalse();
    }

    @Test
    void machineThatWasStoppedRestsTwiceAsLongEachTimeUntilItIsWithinItsLimit() {
        ledger.measured(MACHINE, 10, Instant.MAX);
        ledger.measured(MACHINE, 1200, Instant.MAX);
        ledger.stopped(MACHINE, Stopped.OVER_LIMIT);
        assertThat(ledger.usage(MACHINE)).contains(new DiskUsage(1200, 1000, Level.FULL, Stopped.OVER_LIMIT));
        refusedFor(30);
        now = now.plusSeconds(29);
        refusedFor(1);
        now = now.plusSeconds(1);
        ledger.admit(MACHINE);
        assertThat(ledger.usage(MACHINE)).get().returns(false, DiskUsage::isStopped);

        assertThat(ledger.measured(MACHINE, 1200, Instant.MAX).isOverCeiling())
                .as("it may clean up")
                .isFalse();
        assertThat(ledger.measured(MACHINE, 1221, Instant.MAX).isOverCeiling()).isTrue();
        ledger.stopped(MACHINE, Stopped.OVER_LIMIT);
        refusedFor(60);
        now = now.plusSeconds(60);
        ledger.admit(MACHINE);
        ledger.measured(MACHINE, 900, Instant.MAX);
        ledger.measured(MACHINE, 1200, Instant.MAX);
        ledger.stopped(MACHINE, Stopped.OVER_LIMIT);
        refusedFor(30);
    }

    @Test
    void restNeverBecomesLongerThanHalfAnHourOrSo() {
        ledger.measured(MACHINE, 5000, Instant.MAX);
        for (int stops = 0; stops < 80; stops++) {
            ledger.stopped(MACHINE, Stopped.OVER_LIMIT);
        }
        refusedFor(32 * 60);
    }

    @Test
    void lookThatFailsForgetsNothing() {
        ledger.measured(MACHINE, 1200, Instant.MAX);
        ledger.stopped(MACHINE, Stopped.HOST_FULL);
        ledger.missed(MACHINE);
        refusedFor(30);
        assertThat(ledger.usage(MACHINE)).get().returns(Stopped.HOST_FULL, DiskUsage::stopped);
    }

    @Test
    void freshMachineHasNoPast() {
        ledger.measured(MACHINE, 1200, Instant.MAX);
        ledger.stopped(MACHINE, Stopped.OVER_LIMIT);
        ledger.keepOnly(Set.of(new MachineId("ba9876543210")));
        assertThatCode(() -> ledger.admit(MACHINE)).doesNotThrowAnyException();
        assertThat(ledger.usage(MACHINE)).isEmpty();
    }

    private Level levelAt(long used) {
        ledger.measured(MACHINE, used, Instant.MAX);
        return ledger.usage(MACHINE).orElseThrow().level();
    }

    private void refusedFor(long seconds) {
        assertThatThrownBy(() -> ledger.admit(MACHINE))
                .isInstanceOfSatisfying(DiskFullException.class, refusal -> assertThat(refusal.rest())
                        .isEqualTo(Duration.ofSeconds(seconds)));
    }
}
