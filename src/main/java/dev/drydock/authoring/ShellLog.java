package dev.drydock.authoring;

import dev.drydock.machine.Shell;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/** What a shell has said since the last command was typed into it. One thread follows the shell while another asks. */
final class ShellLog implements ShellMarks.Listener {

    private static final int OPENED = 0x11;
    private static final int OUTPUT = 0x12;
    private static final int EXITED = 0x13;
    private static final int DRAW_EVERY = 32_768;
    private static final int KEPT = 64 * 1024;
    private static final Duration SETTLED = Duration.ofSeconds(1);

    private final LongConsumer drawn;
    private final ShellMarks marks = new ShellMarks(this);
    private final StringBuilder shown = new StringBuilder();
    private final StringBuilder said = new StringBuilder();
    private final List<Integer> exitCodes = new ArrayList<>();
    private long position;
    private long reported;
    private int prompts;
    private int answered;
    private boolean running;
    private boolean begun;
    private long lastMark = System.nanoTime();
    private boolean over;
    private int exitStatus;

    /** @param drawn is told, from time to time, up to which position everything has been seen */
    ShellLog(LongConsumer drawn) {
        this.drawn = drawn;
    }

    /** Reads to the end. */
    void follow(Shell shell) {
        try {
            for (byte[] frame; (frame = shell.receive()) != null; ) {
                take(frame);
            }
        } catch (IOException e) {
            // The same as its end.
        } finally {
            synchronized (this) {
                over = true;
                notifyAll();
            }
        }
    }

    private void take(byte[] frame) {
        long now;
        synchronized (this) {
            switch (frame[0]) {
                case OPENED -> position = ByteBuffer.wrap(frame).getLong(9);
                case OUTPUT -> {
                    marks.read(frame, 1, frame.length - 1);
                    position += frame.length - 1;
                }
                case EXITED -> exitStatus = ByteBuffer.wrap(frame).getInt(1);
                default -> {}
            }
            notifyAll();
            if (position - reported < DRAW_EVERY) {
                return;
            }
            reported = position;
            now = position;
        }
        drawn.accept(now);
    }

    /** Forgets what came before; returns how many commands have ended so far. */
    synchronized int begin() {
        shown.setLength(0);
        said.setLength(0);
        exitCodes.clear();
        running = true;
        lastMark = System.nanoTime();
        return prompts;
    }

    /** Waits until it holds, and returns whether it does; the end of the shell ends the waiting. */
    synchronized boolean await(Duration limit, BooleanSupplier condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            long left = deadline - System.nanoTime();
            if (left <= 0 || over) {
                return false;
            }
            try {
                wait(Math.clamp(left / 1_000_000, 1, 100));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Trouble("Interrupted while a command ran");
            }
        }
        return true;
    }

    synchronized int prompts() {
        return prompts;
    }

    synchronized int answered() {
        return answered;
    }

    synchronized boolean isAtPrompt() {
        return !running;
    }

    synchronized boolean isOver() {
        return over;
    }

    synchronized int exitStatus() {
        return exitStatus;
    }

    /** Whether the last command runs for a while already and has said something. */
    synchronized boolean hasSettledSaying() {
        return running && !said.isEmpty() && System.nanoTime() - lastMark > SETTLED.toNanos();
    }

    synchronized Ending.Back back() {
        return new Ending.Back(exitCodes, output());
    }

    /** What the commands said; where none has begun, what there is on the screen. */
    synchronized String output() {
        StringBuilder output = said.isEmpty() && running ? shown : said;
        return plain(new String(output.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    }

    private static String plain(String text) {
        return text.replaceAll(
                        "\u001b\\[[0-?]*[ -/]*[@-~]|\u001b\\][^\u0007\u001b]*(?:\u0007|\u001b\\\\)|\u001b[@-_]", "")
                .replace("\r\n", "\n")
                .replaceAll("(?m)^.*\r(?!\n)", "")
                .strip();
    }

    @Override
    public void text(String latin) {
        keep(shown, latin);
        if (begun) {
            keep(said, latin);
        }
    }

    private static void keep(StringBuilder kept, String more) {
        kept.append(more);
        if (kept.length() > KEPT) {
            kept.delete(0, kept.length() - KEPT);
        }
    }

    @Override
    public void begins() {
        begun = true;
        running = true;
        lastMark = System.nanoTime();
    }

    @Override
    public void prompts(int count, int exitCode) {
        prompts = count;
        exitCodes.add(exitCode);
        begun = false;
        running = false;
        lastMark = System.nanoTime();
    }

    @Override
    public void answers(int count) {
        answered = count;
    }
}
