package dev.drydock.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.BDDMockito.willDoNothing;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import dev.drydock.engine.ContainerId;
import dev.drydock.engine.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.InOrder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class LeftoversTests {

    private static final ContainerId CONTAINER = new ContainerId("ab".repeat(32));
    private static final String VOLUME = "drydock-0e57e57e57e5-data-1";

    private final Engine engine = mock(Engine.class);
    private final Leftovers leftovers = new Leftovers(engine);

    @Test
    void whatGoesAtOnceIsNotTriedAgain() {
        leftovers.remove(CONTAINER, VOLUME);
        leftovers.retry();
        verify(engine, times(1)).remove(CONTAINER);
        verify(engine, times(1)).removeVolume(VOLUME);
    }

    @Test
    void whatTheEngineRefusesIsTriedAgainUntilItIsGoneContainersFirst() {
        willThrow(new IllegalStateException("no engine")).given(engine).remove(CONTAINER);
        willThrow(new IllegalStateException("no engine")).given(engine).removeVolume(VOLUME);
        assertThatCode(() -> leftovers.remove(CONTAINER, VOLUME)).doesNotThrowAnyException();
        leftovers.retry();
        willDoNothing().given(engine).remove(CONTAINER);
        willDoNothing().given(engine).removeVolume(VOLUME);
        leftovers.retry();
        leftovers.retry();

        InOrder order = inOrder(engine);
        for (int round = 0; round < 3; round++) {
            order.verify(engine).remove(CONTAINER);
            order.verify(engine).removeVolume(VOLUME);
        }
        order.verifyNoMoreInteractions();
    }

    @Test
    void whatStaysWrongIsToldOnce(CapturedOutput output) {
        willThrow(new IllegalStateException("device busy")).given(engine).remove(CONTAINER);
        leftovers.remove(CONTAINER);
        leftovers.retry();
        leftovers.retry();
        assertThat(output.getOut()).containsOnlyOnce("device busy");
    }
}
