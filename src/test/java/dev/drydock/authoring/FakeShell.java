package dev.drydock.authoring;

import dev.drydock.machine.ExecResult;
import dev.drydock.machine.Shell;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** As much of a bash as somebody who types a lesson's commands can notice. */
final class FakeShell implements Shell {

    private static final byte[] END = new byte[0];

    private final Function<String, @Nullable ExecResult> commands;
    private final BlockingQueue<byte[]> toReceive = new LinkedBlockingQueue<>();
    private final StringBuilder line = new StringBuilder();
    private int prompts;
    private boolean running;

    /** @param commands what comes of a line; null where it does not give the prompt back */
    FakeShell(Function<String, @Nullable ExecResult> commands) {
        this.commands = commands;
    }

    @Override
    public void send(byte[] frame) {
        switch (frame[0]) {
            case 0x01 -> toReceive.add(ByteBuffer.allocate(26).put((byte) 0x11).array());
            case 0x02 ->
                new String(frame, 1, frame.length - 1, StandardCharsets.UTF_8)
                        .chars()
                        .forEach(key -> press((char) key));
            default -> {}
        }
    }

    private void press(char key) {
        switch (key) {
            case '\u0003' -> {
                if (running) {
                    say("^C");
                    prompt(130);
                }
            }
            case '\u0019' -> {
                if (!running) {
                    say("\u001b]7777;D;" + prompts + ";0\u0007");
                }
            }
            case '\u0018', '\u0004' -> {}
            case '\r' -> {
                String command = line.toString();
                line.setLength(0);
                say(command + "\r\n");
                enter(command);
            }
            default -> line.append(key);
        }
    }

    private void enter(String command) {
        if (running) {
            return;
        }
        if (command.equals("exit")) {
            toReceive.add(ByteBuffer.allocate(5).put((byte) 0x13).putInt(0).array());
            toReceive.add(END);
        } else if (command.equals(ShellMarks.SETUP)) {
            prompt(0);
        } else {
            running = true;
            say("\u001b]7777;S\u0007");
            ExecResult result = commands.apply(command);
            if (result == null) {
                say("\u001b[1mbegun\u001b[0m\r\n");
            } else {
                say(result.stdout());
                prompt(result.exitCode());
            }
        }
    }

    private void prompt(int exitCode) {
        running = false;
        prompts++;
        say("\u001b]7777;P;" + prompts + ";" + exitCode + "\u0007\u001b[?2004hroot@lab:~# ");
    }

    /** In pieces that cut through everything. */
    private void say(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < bytes.length; at += 5) {
            int length = Math.min(5, bytes.length - at);
            toReceive.add(ByteBuffer.allocate(1 + length)
                    .put((byte) 0x12)
                    .put(bytes, at, length)
                    .array());
        }
    }

    @Override
    public byte @Nullable [] receive() {
        try {
            byte[] frame = toReceive.take();
            return frame == END ? null : frame;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    @Override
    public String complaint() {
        return "";
    }

    @Override
    public void close() {
        toReceive.add(END);
    }
}
