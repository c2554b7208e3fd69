package dev.drydock.terminal;

import dev.drydock.journey.Patience;
import dev.drydock.journey.Visitor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A learner's place at a terminal, which comes back by itself as the page does, and remembers what it was told. */
public final class Seat implements AutoCloseable {

    private static final int OPENED = 0x11;
    private static final int EXITED = 0x13;
    private static final int NOTICE = 0x21;

    /** What was asked before is on the screen again after each connection, also of another seat at the same shell. */
    private static final AtomicInteger QUESTIONS = new AtomicInteger();

    private final Visitor learner;
    private final String path;
    private final List<String> told = new ArrayList<>();
    private Socket socket;
    private long epoch;

    private Seat(Visitor learner, String path) {
        this.learner = learner;
        this.path = path;
        this.socket = connect();
    }

    /** Takes one at the shell of that name and waits until the shell is there. */
    public static Seat take(Visitor learner, String shell) {
        Seat seat = new Seat(learner, "/terminal/" + shell);
        seat.awaitShell();
        return seat;
    }

    /** Which shell it is; another after each that has ended. */
    public long shell() {
        return epoch;
    }

    /** Runs a command in the shell and returns the line that it writes. */
    public String run(String command) {
        int asked = QUESTIONS.incrementAndGet();
        String mark = "<" + asked + "-";
        socket.send(input("printf '<%d-%s>\\n' " + asked + " \"$(" + command + ")\"\n"));
        // What is typed comes back as well, with %d in it.
        Patience.until(command + " has ended", () -> socket.output().contains(mark));
        Patience.until(
                "the line is whole",
                () -> socket.output().indexOf('>', socket.output().indexOf(mark)) > 0);
        String output = socket.output();
        int from = output.indexOf(mark) + mark.length();
        return output.substring(from, output.indexOf('>', from));
    }

    /** Types, and waits for nothing. */
    public void type(String text) {
        socket.send(input(text));
    }

    /** Waits until the shell has written this. */
    public void awaitOutput(String text) {
        socket.awaitOutput(text);
    }

    /** Waits for the connection to be ended by the server, and returns what it has said before: words, or that the shell has exited. */
    public String awaitFarewell() {
        socket.awaitClose();
        if (socket.has(EXITED)) {
            return "exited";
        }
        return socket.has(NOTICE) ? words(socket) : "";
    }

    /** Connects once more, and again, until there is a shell; returns everything that it was told meanwhile. */
    public List<String> comeBack() {
        told.clear();
        socket.close();
        socket = connect();
        awaitShell();
        return List.copyOf(told);
    }

    /** Connects once more and returns what the server says first; the shell, if there is one, is left alone. */
    public String knock() {
        socket.close();
        socket = connect();
        Patience.until("the server says something", () -> socket.has(NOTICE) || socket.has(OPENED));
        return socket.has(NOTICE) ? words(socket) : "";
    }

    private void awaitShell() {
        Patience.until("there is a shell; told: " + told, () -> {
            if (socket.has(NOTICE)) {
                String words = words(socket);
                if (told.isEmpty() || !told.getLast().equals(words)) {
                    told.add(words);
                }
            }
            if (!socket.has(OPENED) && socket.isClosed()) {
                socket.close();
                socket = connect();
            }
            return socket.has(OPENED);
        });
        epoch = ByteBuffer.wrap(socket.awaitFrame(OPENED)).getLong(1);
    }

    private Socket connect() {
        Socket opened = Socket.open(learner, path);
        opened.send(ByteBuffer.allocate(21)
                .put((byte) 0x01)
                .putShort((short) 200)
                .putShort((short) 50)
                .putLong(epoch)
                .array());
        return opened;
    }

    private static String words(Socket socket) {
        byte[] frame = socket.awaitFrame(NOTICE);
        return new String(frame, 1, frame.length - 1, StandardCharsets.UTF_8).replaceFirst("\0", ": ");
    }

    private static byte[] input(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(1 + bytes.length).put((byte) 0x02).put(bytes).array();
    }

    /** Nobody is there any more; the shell goes on. */
    @Override
    public void close() {
        socket.close();
    }
}
