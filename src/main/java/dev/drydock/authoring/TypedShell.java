package dev.drydock.authoring;

import dev.drydock.authoring.Ending.Back;
import dev.drydock.authoring.Ending.Closed;
import dev.drydock.authoring.Ending.Running;
import dev.drydock.machine.Machine;
import dev.drydock.machine.Shell;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** A learner's shell with somebody at it who types what a lesson says, and sees how it ends. See docs/terminal-protocol.md. */
final class TypedShell implements AutoCloseable {

    private static final byte OPEN = 0x01;
    private static final byte INPUT = 0x02;
    private static final byte DRAWN = 0x04;
    private static final int INPUT_PIECE = 16_384;
    private static final short COLUMNS = 160;
    private static final short ROWS = 40;
    private static final String CTRL_C = "\u0003";
    private static final String CTRL_D = "\u0004";
    private static final Duration BETWEEN_INTERRUPTS = Duration.ofSeconds(3);
    private static final int INTERRUPTS = 10;

    private final Shell shell;
    private final ShellLog log;

    private TypedShell(Shell shell) {
        this.shell = shell;
        this.log = new ShellLog(this::drawn);
        Thread.ofVirtual().name("typed-shell").start(() -> log.follow(shell));
    }

    /** A shell that waits at its prompt. */
    static TypedShell open(Machine machine, String name, Duration limit) {
        TypedShell typed = new TypedShell(machine.openShell(name));
        typed.send(ByteBuffer.allocate(21)
                .put(OPEN)
                .putShort(COLUMNS)
                .putShort(ROWS)
                .putLong(0)
                .putLong(0));
        if (!(typed.run(ShellMarks.SETUP, limit) instanceof Back)) {
            typed.close();
            throw new Trouble("A shell of machine " + machine.id() + " does not give its prompt. " + shellSaid(typed));
        }
        return typed;
    }

    private static String shellSaid(TypedShell typed) {
        return (typed.shell.complaint() + " " + typed.log.output()).strip();
    }

    /** Types a command as the Run button does and waits until the prompt is back. */
    Ending run(String command, Duration limit) {
        int before = log.begin();
        type(keys(command));
        return awaitPrompt(before, limit);
    }

    /** Types a command that is meant to stay, and waits until it has said something, for two seconds at most. */
    Ending stay(String command) {
        log.begin();
        type(keys(command));
        log.await(Duration.ofSeconds(2), log::hasSettledSaying);
        return log.isAtPrompt() ? log.back() : closedOr(new Running(log.output()));
    }

    /** Ends what stays, as a learner would: with Ctrl-C, and in a shell within the shell with Ctrl-D. */
    Ending interrupt() {
        if (log.isAtPrompt()) {
            return log.back();
        }
        int before = log.prompts();
        for (int i = 0; i < INTERRUPTS && !log.isOver(); i++) {
            type(i == 0 ? CTRL_C : CTRL_C + CTRL_D);
            Ending ending = awaitPrompt(before, BETWEEN_INTERRUPTS);
            if (ending instanceof Back) {
                return ending;
            }
        }
        return closedOr(new Running(log.output()));
    }

    /** A key that a program of the command has swallowed is pressed again at the next prompt. */
    private Ending awaitPrompt(int before, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        int asked = before;
        while (!log.isOver()) {
            int last = asked;
            BooleanSupplier something =
                    () -> log.answered() > before && log.answered() == log.prompts() || log.prompts() > last;
            if (!log.await(Duration.ofNanos(deadline - System.nanoTime()), something)) {
                return closedOr(new Running(log.output()));
            }
            if (log.answered() > before && log.answered() == log.prompts()) {
                return log.back();
            }
            asked = log.prompts();
            type(ShellMarks.KEY);
        }
        return closedOr(new Running(log.output()));
    }

    private Ending closedOr(Ending ending) {
        return log.isOver() ? new Closed(log.exitStatus(), log.output()) : ending;
    }

    /** What the page's Run button sends: Enter behind each line; tabs only as a paste, or they would ask for completion. */
    private static String keys(String command) {
        String lines = command.stripTrailing().replace('\n', '\r');
        return lines.contains("\t") ? "\u001b[200~" + lines + "\u001b[201~\r" : lines + "\r";
    }

    private void type(String keys) {
        byte[] bytes = keys.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < bytes.length; at += INPUT_PIECE) {
            int length = Math.min(INPUT_PIECE, bytes.length - at);
            send(ByteBuffer.allocate(1 + length).put(INPUT).put(bytes, at, length));
        }
    }

    private void drawn(long position) {
        send(ByteBuffer.allocate(9).put(DRAWN).putLong(position));
    }

    private void send(ByteBuffer frame) {
        try {
            shell.send(frame.array());
        } catch (IOException e) {
            // It has hung up, which whoever waits for an answer is told.
        }
    }

    @Override
    public void close() {
        shell.close();
    }
}
