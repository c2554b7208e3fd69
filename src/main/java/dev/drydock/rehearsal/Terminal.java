package dev.drydock.rehearsal;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A terminal as the page has it, by docs/terminal-protocol.md; whatever comes counts as drawn at once. One thread types. */
final class Terminal implements WebSocket.Listener {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(30);
    private static final int DRAWN_EVERY = 32_768;
    private static final int KEPT = 16_384;
    private static final byte OPEN = 0x01;
    private static final byte INPUT = 0x02;
    private static final byte DRAWN = 0x04;
    private static final byte OPENED = 0x11;
    private static final byte OUTPUT = 0x12;
    private static final byte NOTICE = 0x21;
    private static final int NOTHING_MISSING = 2;

    private final HttpClient client;
    private final URI address;
    private final String origin;
    private final String cookie;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private final StringBuilder unread = new StringBuilder();
    private volatile @Nullable WebSocket socket;
    private CompletableFuture<WebSocket> sending = new CompletableFuture<>();
    private boolean ended = true;
    private String lastWords = "";
    private boolean opened;
    private long epoch;
    private long position;
    private long drawn;
    private boolean continued;

    Terminal(HttpClient client, URI address, String origin, String cookie) {
        this.client = client;
        this.address = address;
        this.origin = origin;
        this.cookie = cookie;
    }

    /** How a connection goes on from the one before. */
    enum Opening {
        /** The first one, of a shell that is new or not. */
        FIRST,
        /** The same shell, and no byte of its output is missing. */
        WHOLE,
        /** The same shell; some of its output came too long ago. */
        WITH_A_GAP,
        /** Another shell: the one before has been lost. */
        LOST
    }

    /**
     * Connects, for the first time or again, and waits for the shell.
     *
     * @throws Mishap if that fails; the words of the server's last notice are in it
     */
    Opening connect(Duration limit) {
        long before = epoch;
        lock.lock();
        try {
            ended = false;
            opened = false;
            lastWords = "";
            message.reset();
            unread.setLength(0);
        } finally {
            lock.unlock();
        }
        open();
        send(ByteBuffer.allocate(21)
                .put(OPEN)
                .putShort((short) 80)
                .putShort((short) 24)
                .putLong(before)
                .putLong(position));
        await(() -> opened, limit, "no shell");
        if (before == 0) {
            return Opening.FIRST;
        }
        if (epoch != before) {
            return Opening.LOST;
        }
        return continued ? Opening.WHOLE : Opening.WITH_A_GAP;
    }

    private void open() {
        try {
            client.newWebSocketBuilder()
                    .subprotocols("drydock.terminal.v1")
                    .header("Cookie", cookie)
                    .header("Origin", origin)
                    .header("Accept-Language", "en")
                    .connectTimeout(CONNECT_LIMIT)
                    .buildAsync(address, this)
                    .orTimeout(CONNECT_LIMIT.toSeconds(), TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            throw new Mishap("the terminal was refused: " + e.getCause());
        }
    }

    /** Types text, exactly as it is. */
    void type(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        send(ByteBuffer.allocate(bytes.length + 1).put(INPUT).put(bytes));
    }

    /** Types and waits for whatever comes next. */
    void typeAndAwaitEcho(String text, Duration limit) {
        forget();
        type(text);
        await(() -> !unread.isEmpty(), limit, "no echo");
    }

    /** Waits until the text has come, and forgets everything up to its end. */
    void await(String text, Duration limit) {
        await(() -> unread.indexOf(text) >= 0, limit, "'" + text + "' did not come");
        lock.lock();
        try {
            unread.delete(0, unread.indexOf(text) + text.length());
        } finally {
            lock.unlock();
        }
    }

    /** Forgets what has come and was not waited for. */
    void forget() {
        lock.lock();
        try {
            unread.setLength(0);
        } finally {
            lock.unlock();
        }
    }

    /** Breaks the connection off, as a laptop that is shut. */
    void leave() {
        WebSocket connected = socket;
        if (connected != null) {
            connected.abort();
            end(connected, "left");
        }
    }

    private void await(BooleanSupplier come, Duration limit, String otherwise) {
        long left = limit.toNanos();
        lock.lock();
        try {
            while (!come.getAsBoolean()) {
                if (ended) {
                    throw new Mishap("the terminal's connection ended. " + lastWords);
                }
                if (left <= 0) {
                    throw new Mishap(otherwise + " within " + limit.toSeconds() + " s. " + lastWords);
                }
                left = news.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            throw Ended.interrupted();
        } finally {
            lock.unlock();
        }
    }

    private void send(ByteBuffer frame) {
        try {
            queue(frame.flip())
                    .orTimeout(CONNECT_LIMIT.toSeconds(), TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            throw new Mishap("the terminal's connection ended: " + e.getCause());
        }
    }

    /** The client takes no frame before it has sent the one before. */
    private CompletableFuture<?> queue(ByteBuffer frame) {
        lock.lock();
        try {
            WebSocket connected = socket;
            if (connected == null) {
                throw new IllegalStateException("The terminal is not connected");
            }
            sending =
                    sending.exceptionally(failure -> connected).thenCompose(sent -> connected.sendBinary(frame, true));
            return sending;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void onOpen(WebSocket connected) {
        lock.lock();
        try {
            socket = connected;
            sending = CompletableFuture.completedFuture(connected);
        } finally {
            lock.unlock();
        }
        connected.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        message.writeBytes(bytes);
        if (last) {
            ByteBuffer frame = ByteBuffer.wrap(message.toByteArray());
            message.reset();
            receive(frame);
        }
        from.request(1);
        return null;
    }

    private void receive(ByteBuffer frame) {
        lock.lock();
        try {
            switch (frame.get()) {
                case OPENED -> openedBy(frame);
                case OUTPUT -> {
                    position += frame.remaining();
                    unread.append(StandardCharsets.UTF_8.decode(frame));
                    if (unread.length() > KEPT) {
                        unread.delete(0, unread.length() - KEPT);
                    }
                    report();
                }
                case NOTICE ->
                    lastWords = StandardCharsets.UTF_8.decode(frame).toString().replace('\0', ' ');
                default -> {} // nothing that a scripted learner needs to know
            }
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void openedBy(ByteBuffer frame) {
        epoch = frame.getLong();
        position = frame.getLong();
        drawn = position;
        frame.getLong();
        continued = (frame.get() & NOTHING_MISSING) != 0;
        opened = true;
    }

    private void report() {
        if (position - drawn >= DRAWN_EVERY) {
            drawn = position;
            queue(ByteBuffer.allocate(9).put(DRAWN).putLong(position).flip());
        }
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        end(from, "The server closed it with " + code + " " + reason);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        end(from, String.valueOf(failure));
    }

    /** What is heard of an earlier connection says nothing about this one. */
    private void end(WebSocket connection, String words) {
        lock.lock();
        try {
            if (connection != socket) {
                return;
            }
            ended = true;
            lastWords = lastWords.isEmpty() ? words : lastWords;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
