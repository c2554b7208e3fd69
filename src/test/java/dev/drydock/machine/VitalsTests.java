package dev.drydock.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class VitalsTests {

    private final MachineRuntime runtime = mock(MachineRuntime.class);
    private final HostCapacity host = mock(HostCapacity.class);
    private Instant now = Instant.EPOCH;
    private final Vitals vitals = new Vitals(runtime, host, () -> now);

    @Test
    void countsWhenEngineHasAnsweredAreThoseOfTheLatestLook() {
        given(runtime.census()).willReturn(new Census(1, 2, 3, 4, 5));
        vitals.count();
        assertThat(vitals.engineAnswers()).isTrue();
        assertThat(vitals.count(Census::stopped)).isEqualTo(3);
    }

    @Test
    void countsWhenNobodyHasLookedAreUnknown() {
        assertThat(vitals.engineAnswers()).isFalse();
        assertThat(vitals.count(Census::running)).isNaN();
    }

    @Test
    void countsWhenEngineHangsGrowOld() {
        given(runtime.census()).willReturn(new Census(1, 2, 3, 4, 5));
        vitals.count();
        now = now.plus(Duration.ofSeconds(39));
        assertThat(vitals.engineAnswers()).isTrue();
        now = now.plus(Duration.ofSeconds(1));
        assertThat(vitals.engineAnswers()).isFalse();
        assertThat(vitals.count(Census::running)).isNaN();
    }

    @Test
    void engineWhenItGoesAndComesBackIsLoggedOnceEach(CapturedOutput output) {
        // Another test's server may have set the root's.
        ((Logger) LoggerFactory.getLogger(Vitals.class)).setLevel(Level.INFO);
        given(runtime.census())
                .willThrow(new IllegalStateException("away"))
                .willThrow(new IllegalStateException("away"))
                .willReturn(new Census(0, 0, 0, 0, 0));
        vitals.count();
        assertThat(vitals.engineAnswers()).isFalse();
        vitals.count();
        vitals.count();
        assertThat(vitals.engineAnswers()).isTrue();
        assertThat(output.getOut()).containsOnlyOnce("does not answer").containsOnlyOnce("answers again");
    }

    @Test
    void figuresWhenTheHostCannotBeSeenAreUnknown() {
        given(host.availableMemory()).willReturn(Long.MAX_VALUE);
        given(host.freeDisk()).willReturn(5L);
        assertThat(vitals.availableMemory()).isNaN();
        assertThat(vitals.freeDisk()).isEqualTo(5);
    }
}
