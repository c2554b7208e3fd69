package dev.drydock.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willDoNothing;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class MirrorCareTests {

    private final Mirror mirror = mock(Mirror.class);
    private final MirrorCare care = new MirrorCare(mirror, new MirrorProperties(null, List.of("busybox")));

    @Test
    void mirrorWhenItHasEndedIsStartedAgain() {
        given(mirror.isRunning()).willReturn(true);
        care.tend();
        care.tend();
        verify(mirror, times(1)).start();
        given(mirror.isRunning()).willReturn(false);
        care.tend();
        verify(mirror, times(2)).start();
        verify(mirror, times(2)).fill(any());
    }

    @Test
    void mirrorWhenEngineIsAwayIsTriedAgainAndToldOnce(CapturedOutput output) {
        given(mirror.isRunning()).willReturn(true);
        willThrow(new MirrorException("no engine")).given(mirror).start();
        care.tend();
        care.tend();
        assertThat(output.getOut()).containsOnlyOnce("no engine");
        willDoNothing().given(mirror).start();
        care.tend();
        verify(mirror, times(3)).start();
        verify(mirror, times(1)).fill(any());
    }
}
