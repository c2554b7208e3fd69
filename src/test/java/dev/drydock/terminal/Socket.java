package dev.drydock.terminal;

import dev.drydock.journey.Patience;
import dev.drydock.journey.Visitor;
import java.io.ByteArrayOutputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A WebSocket to a shell, from a browser that says whatever a test wants. */
public final class Socket implements AutoCloseable {

    private final Ears ears = new Ears();
    private final WebSocket socket;

    private Socket(Visitor visitor, String path, String origin, String protocol) {
        WebSocket.Builder builder = visitor.socket();
        if (!origin.isEmpty()) {
            builder.header("Origin", origin);
        }
        socket = builder.subprotocols(protocol)
                .buildAsync(visitor.socketAddress(path), ears)
                .join();
    }

    /** Opens one as the page of this visitor does. */
    public static Socket open(Visitor visitor, String path) {
        return new Socket(visitor, path, visitor.origin(), TerminalHandler.PROTOCOL);
    }

    /** Opens one that says it comes from that origin. */
    public static Socket from(String origin, Visitor visitor, String path) {
        return new Socket(visitor, path, origin, TerminalHandler.PROTOCOL);
    }

    static Socket speaking(String protocol, Visitor visitor, String path) {
        return new Socket(visitor, path, visitor.origin(), protocol);
    }

    /** How the server has closed the connection. */
    public record End(int code, String reason) {}

    /** Sends one frame. */
    public void send(byte[] frame) {
        socket.sendBinary(ByteBuffer.wrap(frame), true).join();
    }

    void sendText(String text) {
        socket.sendText(text, true).join();
    }

    /** Waits for a frame of this type and returns it, with its type. */
    public byte[] awaitFrame(int type) {
        Patience.until("a frame of type " + type + " comes; instead: " + ears, () -> ears.frame(type) != null);
        byte[] frame = ears.frame(type);
        if (frame == null) {
            throw new AssertionError();
        }
        return frame;
    }

    /** Waits until the shell has written this. */
    public void awaitOutput(String text) {
        Patience.until("the shell writes " + text, () -> ears.output().contains(text));
    }

    /** Whether a frame of this type has come. */
    public boolean has(int type) {
        return ears.frame(type) != null;
    }

    /** Everything that the shell has written. */
    public String output() {
        return ears.output();
    }

    /** Whether the connection has ended. */
    boolean isClosed() {
        return ears.end() != null;
    }

    /** Waits until the server or the network has ended the connection. */
    public End awaitClose() {
        Patience.until("the server closes the connection", () -> ears.end() != null);
        End end = ears.end();
        if (end == null) {
            throw new AssertionError();
        }
        return end;
    }

    @Override
    public void close() {
        socket.abort();
    }

    private static final class Ears implements WebSocket.Listener {

        private final List<byte[]> frames = new ArrayList<>();
        private final ByteArrayOutputStream part = new ByteArrayOutputStream();
        private @Nullable End end;

        @Override
        public synchronized @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
            byte[] bytes = new byte[data.remaining()];
            data.get(bytes);
            part.writeBytes(bytes);
            if (last) {
                frames.add(part.toByteArray());
                part.reset();
            }
            from.request(1);
            return null;
        }

        @Override
        public synchronized @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            end = new End(code, reason);
            return null;
        }

        @Override
        public synchronized void onError(WebSocket from, Throwable error) {
            end = new End(1006, String.valueOf(error.getMessage()));
        }

        synchronized byte @Nullable [] frame(int type) {
            return frames.stream().filter(frame -> frame[0] == type).findFirst().orElse(null);
        }

        synchronized String output() {
            ByteArrayOutputStream output = new ByteArrayOutputStream();
            frames.stream()
                    .filter(frame -> frame[0] == 0x12)
                    .forEach(frame -> output.write(frame, 1, frame.length - 1));
            return output.toString(StandardCharsets.UTF_8);
        }

        synchronized @Nullable End end() {
            return end;
        }

        @Override
        public synchronized String toString() {
            return frames.size() + " frames, " + end;
        }
    }
}
