package dev.drydock.engine;

import java.io.EOFException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * Opens a connection to the engine and has it switched from HTTP to the raw streams of a process ("hijacked", in the API's
 * words). docker-java can do that too, but loses and guesses bytes; see docs/rationale.md.
 */
final class RawConnection {

    private static final int BUFFER = 64 * 1024;
    private static final int HEAD_AT_MOST = 16 * 1024;

    private RawConnection() {}

    static ProcessStream open(EngineSocket socket, String path, String json) {
        try {
            SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket.path()));
            try {
                channel.write(request(path, json));
                return new ProcessStream(channel, awaitSwitch(channel, path));
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw EngineUnreachableException.at(socket, e);
        }
    }

    private static ByteBuffer request(String path, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        String head = "POST " + path + " HTTP/1.1\r\nHost: engine\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
        byte[] headBytes = head.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(headBytes.length + body.length)
                .put(headBytes)
                .put(body)
                .flip();
    }

    /** Reads the answer's head; what comes after it is the process's already. */
    private static ByteBuffer awaitSwitch(SocketChannel channel, String path) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
        int end;
        while ((end = endOfHead(buffer)) < 0) {
            if (buffer.position() > HEAD_AT_MOST) {
                throw new IOException("the answer to " + path + " has an endless head");
            }
            if (channel.read(buffer) < 0) {
                throw new EOFException("the engine hung up on " + path);
            }
        }
        buffer.flip();
        byte[] head = new byte[end];
        buffer.get(head);
        String status =
                new String(head, StandardCharsets.US_ASCII).lines().findFirst().orElse("");
        if (!status.startsWith("HTTP/1.1 101") && !status.startsWith("HTTP/1.1 200")) {
            throw refused(path, status, buffer, channel);
        }
        return buffer;
    }

    private static EngineException refused(String path, String status, ByteBuffer rest, SocketChannel channel)
            throws IOException {
        rest.compact();
        channel.read(rest);
        rest.flip();
        String body = StandardCharsets.UTF_8.decode(rest).toString().strip();
        return new EngineException("The engine refused " + path + ": " + status + " " + body, null);
    }

    private static int endOfHead(ByteBuffer buffer) {
        for (int i = 3; i < buffer.position(); i++) {
            if (buffer.get(i) == '\n' && buffer.get(i - 1) == '\r' && buffer.get(i - 2) == '\n') {
                return i + 1;
            }
        }
        return -1;
    }
}
