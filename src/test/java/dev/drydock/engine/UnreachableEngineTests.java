package dev.drydock.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnreachableEngineTests {

    @Test
    void versionWhenNobodyListensSaysWhereAndWhatToDo(@TempDir Path directory) {
        Path socket = directory.resolve("docker.sock");
        Engine engine = new DockerEngine(EngineSocket.parse("unix://" + socket));
        assertThatThrownBy(engine::version)
                .isInstanceOf(EngineUnreachableException.class)
                .hasMessageContaining("unix://" + socket)
                .hasMessageContaining("Start the engine");
    }

    @Test
    void runWhenNobodyListensSaysSoToo(@TempDir Path directory) {
        Engine engine = new DockerEngine(EngineSocket.parse("unix://" + directory.resolve("docker.sock")));
        ContainerId any = new ContainerId("0".repeat(64));
        assertThatThrownBy(() -> engine.run(any, Engine.Command.of("0:0", "true")))
                .isInstanceOf(EngineUnreachableException.class);
    }

    @Test
    void parseWhenAddressIsNoUnixSocketSaysWhatIs() {
        assertThatThrownBy(() -> EngineSocket.parse("tcp://10.0.0.1:2375"))
                .isInstanceOf(EngineUnreachableException.class)
                .hasMessageContaining("tcp://10.0.0.1:2375")
                .hasMessageContaining("DOCKER_HOST");
    }
}
