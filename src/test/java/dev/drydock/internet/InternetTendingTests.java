package dev.drydock.internet;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import dev.drydock.engine.ContainerId;
import dev.drydock.engine.ContainerSummary;
import dev.drydock.engine.Engine;
import dev.drydock.instance.InstanceId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What is done every minute for the proxy to be there. */
class InternetTendingTests {

    private static final ContainerId MADE = new ContainerId("ab".repeat(32));

    private final Engine engine = mock(Engine.class);
    private final Internet internet = new Internet(
            engine,
            new InstanceId("0e57e57e57e5"),
            new Binder(new MapConfigurationPropertySource(Map.of("drydock.internet.allowed", "true")))
                    .bindOrCreate("drydock.internet", InternetProperties.class),
            () -> new HostAddresses(List.of(), List.of()));

    private void existing(String... states) {
        given(engine.containers(any()))
                .willReturn(List.of(states).stream()
                        .map(state -> new ContainerSummary(MADE, "egress", state, "egress", Instant.EPOCH, Map.of()))
                        .toList());
    }

    @Test
    void tendWhenThereIsNoProxyMakesOne() {
        existing();
        given(engine.imageLabels(any())).willReturn(Optional.of(Map.of()));
        given(engine.create(any())).willReturn(MADE);
        internet.tend();
        verify(engine).start(MADE);
    }

    @Test
    void tendWhenThereIsNoImageEitherSaysWhatToDo() {
        existing();
        given(engine.imageLabels(any())).willReturn(Optional.empty());
        assertThatThrownBy(internet::tend).isInstanceOf(InternetException.class).hasMessageContaining("./drydock up");
    }

    @Test
    void tendWhenTheProxyHasEndedStartsIt() {
        existing("exited");
        internet.tend();
        verify(engine).start(MADE);
        verify(engine, never()).create(any());
    }

    @Test
    void tendWhenTheProxyRunsLeavesItAlone() {
        existing("running");
        internet.tend();
        verify(engine, never()).start(any());
        verify(engine, never()).remove(any());
    }
}
