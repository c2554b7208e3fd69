package dev.drydock.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An engine that is upgraded, or put back to an older version, while the server runs. */
class UpgradedEngineTests {

    @TempDir
    Path directory;

    private ServerSocketChannel listener;
    private Engine engine;
    private volatile String oldest = "1.12";
    private volatile String newest = "1.41";

    @BeforeEach
    void listen() throws IOException {
        Path socket = directory.resolve("docker.sock");
        listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        listener.bind(UnixDomainSocketAddress.of(socket));
        Thread.ofVirtual().start(this::serve);
        engine = new DockerEngine(EngineSocket.parse("unix://" + socket));
    }

    @AfterEach
    void close() throws IOException {
        listener.close();
    }

    @Test
    void engineThatSpeaksNoneOfWhatWasAgreedOnIsAskedInItsOwnWords() {
        assertThat(engine.containers(Map.of())).isEmpty();
        oldest = "1.44";
        newest = "1.44";
        assertThat(engine.containers(Map.of())).isEmpty();
        oldest = "1.12";
        newest = "1.41";
        assertThat(engine.containers(Map.of())).isEmpty();
    }

    @Test
    void engineThatSpeaksNothingThatWeDoSaysSo() {
        assertThat(engine.containers(Map.of())).isEmpty();
        oldest = "9.0";
        newest = "9.9";
        assertThatThrownBy(() -> engine.containers(Map.of()))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("9.0");
    }

    private void serve() {
        try {
            while (true) {
                SocketChannel connection = listener.accept();
                Thread.ofVirtual().start(() -> answer(connection));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void answer(SocketChannel connection) {
        try (connection) {
            BufferedReader request = new BufferedReader(Channels.newReader(connection, StandardCharsets.US_ASCII));
            String path = request.readLine().split(" ")[1];
            while (!request.readLine().isEmpty()) {
                // Nothing in the other lines matters.
            }
            boolean understood = path.startsWith("/v" + newest + "/");
            String body = path.endsWith("/version")
                    ? "{\"Version\":\"1\",\"ApiVersion\":\"%s\",\"MinAPIVersion\":\"%s\"}".formatted(newest, oldest)
                    : understood ? "[]" : "{\"message\":\"client version is too old or too new\"}";
            String status = understood || path.endsWith("/version") ? "200 OK" : "400 Bad Request";
            String answer =
                    "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                            + body.length() + "\r\n\r\n" + body;
            connection.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
