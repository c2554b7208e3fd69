package dev.drydock.engine;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * The standard streams of a process in a container, over one connection to the engine. Exactly the process's bytes:
 * the engine's own framing (an 8-byte header before each piece) is taken off, nothing is guessed.
 *
 * <p>Nothing is read ahead beyond one piece, so that a reader who stops holds the process back. One thread may read while another
 * writes. Closing ends the connection, not the process.
 */
public final class ProcessStream implements AutoCloseable {

    private static final int STDERR = 2;
    private static final int HEADER = 8;
    private static final int STDERR_KEPT = 64 * 1024;

    private final SocketChannel channel;
    private final ByteBuffer received;
    private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();
    private final InputStream stdout = new Stdout();
    private final OutputStream stdin = new Stdin();
    private int pieceLeft;
    private long stderrDropped;

    /**
     * @param channel the connection, already switched to raw bytes
     * @param received what has been read from it beyond the answer's head, ready to be taken
     */
    ProcessStream(SocketChannel channel, ByteBuffer received) {
        this.channel = channel;
        this.received = received;
    }

    /** What the process writes to standard output; ends when the process closes it or the connection ends. */
    public InputStream stdout() {
        return stdout;
    }

    /** The process's standard input; closing it is the end of input for the process, whose output goes on. */
    public OutputStream stdin() {
        return stdin;
    }

    /** What has come on standard error so far, at most 64 KiB; collected while standard output is read. */
    public byte[] stderr() {
        synchronized (stderr) {
            return stderr.toByteArray();
        }
    }

    /** {@link #stderr()} as text. */
    public String stderrText() {
        return new String(stderr(), StandardCharsets.UTF_8);
    }

    long stderrDropped() {
        return stderrDropped;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // Nobody is left who could act on a connection that will not even close.
        }
    }

    private boolean fill(int atLeast) throws IOException {
        if (received.remaining() >= atLeast) {
            return true;
        }
        received.compact();
        try {
            while (received.position() < atLeast) {
                if (channel.read(received) < 0) {
                    return false;
                }
            }
            return true;
        } catch (ClosedChannelException closedHere) {
            return false;
        } finally {
            received.flip();
        }
    }

    /** Goes on to the next piece of standard output, keeping standard error aside. */
    private boolean nextPiece() throws IOException {
        while (pieceLeft == 0) {
            if (!fill(HEADER)) {
                return false;
            }
            int kind = received.get(received.position());
            int length = received.getInt(received.position() + 4);
            received.position(received.position() + HEADER);
            if (kind == STDERR) {
                keepStderr(length);
            } else {
                pieceLeft = length;
            }
        }
        return true;
    }

    private void keepStderr(int length) throws IOException {
        for (int left = length; left > 0; ) {
            if (!fill(1)) {
                throw new EOFException("The engine ended in the middle of a piece");
            }
            byte[] some = new byte[Math.min(left, received.remaining())];
            received.get(some);
            left -= some.length;
            synchronized (stderr) {
                int kept = Math.min(some.length, STDERR_KEPT - stderr.size());
                stderr.write(some, 0, kept);
                stderrDropped += some.length - kept;
            }
        }
    }

    private final class Stdout extends InputStream {

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!nextPiece() || !fill(1)) {
                return -1;
            }
            int count = Math.min(length, Math.min(pieceLeft, received.remaining()));
            received.get(into, offset, count);
            pieceLeft -= count;
            return count;
        }

        @Override
        public int available() {
            return Math.min(pieceLeft, received.remaining());
        }
    }

    private final class Stdin extends OutputStream {

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            ByteBuffer bytes = ByteBuffer.wrap(from, offset, length);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }

        @Override
        public void close() throws IOException {
            if (channel.isOpen()) {
                channel.shutdownOutput();
            }
        }
    }
}
