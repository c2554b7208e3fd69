package dev.drydock.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A browser's end of docs/terminal-protocol.md: types, draws, and remembers what it has seen. */
final class ShellDriver implements AutoCloseable {

    static final int WINDOW = 262_144;
    static final int FRESH = 1;
    static final int CONTINUED = 2;
    private static final int DRAW_EVERY = 32_768;

    private final Shell shell;
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final List<Integer> frames = new ArrayList<>();
    private long epoch;
    private long start;
    private long end;
    private int flags;
    private long drawn;
    private long taken;
    private boolean drawing = true;
    private @Nullable Integer exitStatus;
    private boolean closed;

    ShellDriver(Shell shell) {
        this.shell = shell;
        Thread.ofVirtual().name("shell-driver").start(this::receiveAll);
    }

    /** Opens a shell as a browser that has nothing of it yet. */
    static ShellDriver open(Machine machine, String name) {
        return open(machine, name, 0, 0);
    }

    static ShellDriver open(Machine machine, String name, long epoch, long position) {
        ShellDriver driver = new ShellDriver(machine.openShell(name));
        driver.send(openFrame(epoch, position));
        driver.await("the shell is OPENED", () -> driver.frames.contains(0x11));
        return driver;
    }

    static byte[] openFrame(long epoch, long position) {
        return ByteBuffer.allocate(21)
                .put((byte) 0x01)
                .putShort((short) 80)
                .putShort((short) 24)
                .putLong(epoch)
                .putLong(position)
                .array();
    }

    ShellDriver type(String text) {
        return type(text.getBytes(StandardCharsets.UTF_8));
    }

    ShellDriver type(byte[] bytes) {
        return send(ByteBuffer.allocate(1 + bytes.length)
                .put((byte) 0x02)
                .put(bytes)
                .array());
    }

    /** Types a long text as a browser does: never more than is allowed on its way. */
    ShellDriver paste(byte[] bytes) {
        long before = taken();
        for (int sent = 0; sent < bytes.length; ) {
            int from = sent;
            int count = Math.min(16_384, bytes.length - sent);
            await("input is TAKEN", () -> from + count - (taken - before) <= 65_536);
            ByteBuffer some = ByteBuffer.wrap(bytes, sent, count).slice();
            byte[] piece = new byte[count];
            some.get(piece);
            type(piece);
            sent += count;
        }
        return this;
    }

    ShellDriver resize(int columns, int rows) {
        return send(ByteBuffer.allocate(5)
                .put((byte) 0x03)
                .putShort((short) columns)
                .putShort((short) rows)
                .array());
    }

    /** From now on nothing more is reported as drawn. */
    synchronized ShellDriver stopDrawing() {
        drawing = false;
        return this;
    }

    synchronized ShellDriver goOnDrawing() {
        drawing = true;
        draw();
        return this;
    }

    ShellDriver send(byte[] frame) {
        try {
            shell.send(frame);
        } catch (IOException e) {
            // It has been closed on us; whoever waits for something will hear that.
        }
        return this;
    }

    ShellDriver awaitOutput(String text) {
        await("“" + text + "” is shown", () -> seen().contains(text));
        return this;
    }

    /** Waits for output that begins after this text, and has so many bytes; returns them. */
    byte[] awaitBytesAfter(String text, int count) {
        byte[] mark = text.getBytes(StandardCharsets.UTF_8);
        await(count + " bytes follow “" + text + "”", () -> {
            int at = indexOf(mark);
            return at >= 0 && output.size() >= at + mark.length + count;
        });
        byte[] bytes = new byte[count];
        ByteBuffer.wrap(seenBytes()).position(indexOf(mark) + mark.length).get(bytes);
        return bytes;
    }

    void awaitUndrawn(long bytes) {
        await(bytes + " bytes are not drawn", () -> position() - drawn >= bytes);
    }

    void awaitTaken(long position) {
        await("input up to " + position + " is TAKEN", () -> taken >= position);
    }

    int awaitExit() {
        await("the shell has EXITED", () -> exitStatus != null);
        return exitStatus == null ? -1 : exitStatus;
    }

    void awaitReplaced() {
        await("the shell is REPLACED", () -> frames.contains(0x14));
    }

    /** Waits until the other side has hung up, and returns its complaint. */
    String awaitEnd() {
        long guard = System.nanoTime() + Patience.GUARD.toNanos();
        synchronized (this) {
            while (!closed && System.nanoTime() < guard) {
                pause();
            }
            assertThat(closed).as("closed by the other side").isTrue();
        }
        return shell.complaint();
    }

    /** Everything that was shown since this connection was opened. */
    synchronized String seen() {
        return output.toString(StandardCharsets.UTF_8);
    }

    synchronized byte[] seenBytes() {
        return output.toByteArray();
    }

    synchronized long epoch() {
        return epoch;
    }

    synchronized long start() {
        return start;
    }

    synchronized long end() {
        return end;
    }

    synchronized int flags() {
        return flags;
    }

    synchronized long taken() {
        return taken;
    }

    /** The position in the stream up to which this browser has everything. */
    synchronized long position() {
        return start + output.size();
    }

    synchronized long undrawn() {
        return position() - drawn;
    }

    /** Ends the connection as a closed browser does, and not the shell. */
    void hangUp() {
        shell.close();
    }

    @Override
    public void close() {
        hangUp();
    }

    private int indexOf(byte[] mark) {
        String latin = output.toString(StandardCharsets.ISO_8859_1);
        return latin.indexOf(new String(mark, StandardCharsets.ISO_8859_1));
    }

    /** A condition on what has come so far. */
    @FunctionalInterface
    interface Condition {
        boolean holds();
    }

    private void await(String what, Condition condition) {
        long guard = System.nanoTime() + Patience.GUARD.toNanos();
        synchronized (this) {
            while (!condition.holds()) {
                assertThat(closed && !condition.holds())
                        .as("hung up before %s; it said “%s”, frames %s", what, shell.complaint(), frames)
                        .isFalse();
                assertThat(System.nanoTime())
                        .as("waited in vain until %s; seen so far: %s", what, tail())
                        .isLessThan(guard);
                pause();
            }
        }
    }

    private String tail() {
        String seen = seen();
        return seen.substring(Math.max(0, seen.length() - 500));
    }

    private void pause() {
        try {
            wait(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void receiveAll() {
        try {
            for (byte[] frame; (frame = shell.receive()) != null; ) {
                take(ByteBuffer.wrap(frame));
            }
        } catch (IOException e) {
            // The same as its end.
        } finally {
            synchronized (this) {
                closed = true;
                notifyAll();
            }
        }
    }

    private synchronized void take(ByteBuffer frame) {
        int type = frame.get();
        frames.add(type);
        switch (type) {
            case 0x11 -> {
                epoch = frame.getLong();
                start = frame.getLong();
                end = frame.getLong();
                flags = frame.get();
                drawn = start;
            }
            case 0x12 -> {
                output.write(frame.array(), 1, frame.remaining());
                if (drawing && position() - drawn >= DRAW_EVERY) {
                    draw();
                }
            }
            case 0x13 -> exitStatus = frame.getInt();
            case 0x15 -> taken = frame.getLong();
            default -> {}
        }
        notifyAll();
    }

    private void draw() {
        drawn = position();
        send(ByteBuffer.allocate(9).put((byte) 0x04).putLong(drawn).array());
    }
}
