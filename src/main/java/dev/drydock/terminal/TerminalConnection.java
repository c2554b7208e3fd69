package dev.drydock.terminal;

import dev.drydock.machine.DiskFullException;
import dev.drydock.machine.DiskUsage;
import dev.drydock.machine.LogContext;
import dev.drydock.machine.Machine;
import dev.drydock.machine.NoRoomException;
import dev.drydock.machine.Shell;
import dev.drydock.machine.Shortage;
import dev.drydock.machine.Waiting;
import dev.drydock.terminal.DiskNotices.DiskNotice;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.WebSocketSession;

/**
 * One browser's connection to one shell. Frames from the browser come on the WebSocket's threads; one virtual thread carries the shell's
 * frames to the browser and blocks while the browser does not take them, which holds the shell's program back.
 */
final class TerminalConnection {

    private static final Logger log = LoggerFactory.getLogger(TerminalConnection.class);
    private static final Duration SILENCE = Duration.ofSeconds(45);
    private static final CloseStatus TRY_AGAIN = new CloseStatus(1013);

    private final WebSocketSession session;
    private final InstantSource clock;
    private final MachineAccess machine;
    private final Words words;
    private final Echo echo;
    private final Floods.Meter flow;
    private final DiskNotices disk = new DiskNotices();
    private final Object sending = new Object();
    private byte @Nullable [] openFrame;
    private @Nullable Shell shell;
    private boolean opened;
    private boolean ended;
    private volatile Instant heard;

    /** How a connection gets at its machine and a shell in it. */
    interface MachineAccess {

        Shell openShell(Waiting waiting);

        Machine.State state();

        /** What the machine takes of the disk, where that is known. */
        Optional<DiskUsage> diskUsage();

        /** Who is at it, by the name that stands in logs. */
        String learner();

        /** The machine as it was last seen, by the name that stands in logs. */
        Optional<String> machine();

        /** Tells that somebody is at the machine. */
        void used();
    }

    /** What a notice says in the learner's language. */
    interface Words {

        String of(NoticeCode code, Object... details);
    }

    /** @param clock one that does not jump, or all browsers would seem to have been silent for long */
    TerminalConnection(
            WebSocketSession session,
            InstantSource clock,
            MachineAccess machine,
            Words words,
            Echo echo,
            Floods.Meter flow) {
        this.session = session;
        this.clock = clock;
        this.machine = machine;
        this.words = words;
        this.echo = echo;
        this.flow = flow;
        this.heard = clock.instant();
    }

    /** Takes a frame from the browser; blocks while the machine does not take it. */
    void fromBrowser(byte[] frame) throws IOException {
        heard = clock.instant();
        try {
            FrameType type = FrameType.ofBrowser(frame);
            Shell ready = type == FrameType.OPEN ? open(frame) : shellFor(type, frame);
            if (ready != null) {
                echo.input(frame, System.nanoTime());
                ready.send(frame);
            }
        } catch (ProtocolViolation e) {
            session.close(CloseStatus.PROTOCOL_ERROR.withReason(String.valueOf(e.getMessage())));
        }
    }

    void pong() {
        heard = clock.instant();
    }

    /** Tells the browser that we are here, asks whether it is, and gives it up when it has been silent for long. */
    void heartbeat() {
        try {
            if (heard.plus(SILENCE).isBefore(clock.instant())) {
                session.close(CloseStatus.SESSION_NOT_RELIABLE);
                return;
            }
            machine.used();
            synchronized (sending) {
                session.sendMessage(new PingMessage());
                session.sendMessage(new BinaryMessage(new byte[] {FrameType.ALIVE.code()}));
            }
            tellOfTheDisk();
        } catch (IOException | IllegalStateException gone) {
            log.debug("A terminal's browser is gone: {}", gone.toString());
        }
    }

    private void tellOfTheDisk() throws IOException {
        Optional<DiskNotice> news;
        synchronized (this) {
            news = opened ? disk.next(machine.diskUsage()) : Optional.empty();
        }
        if (news.isPresent()) {
            notice(news.get().code(), news.get().details());
        }
    }

    /** The server is about to end: tells the browser, which comes back by itself. */
    void serverEnds() {
        giveUp(NoticeCode.RESTARTING, CloseStatus.SERVICE_RESTARTED);
    }

    /** Whether it is that learner's. */
    boolean isOf(String learner) {
        return machine.learner().equals(learner);
    }

    /** Whoever is at it has to show anew who they are. */
    void breakOff() {
        try {
            session.close(CloseStatus.POLICY_VIOLATION);
        } catch (IOException | IllegalStateException gone) {
            log.debug("A terminal's browser is gone: {}", gone.toString());
        }
    }

    /** The WebSocket has ended: lets the shell go on without it. */
    synchronized void ended() {
        ended = true;
        if (shell != null) {
            shell.close();
        }
    }

    private synchronized @Nullable Shell open(byte[] frame) {
        if (openFrame != null) {
            throw new ProtocolViolation("a second OPEN");
        }
        openFrame = frame;
        Thread.ofPlatform().daemon().name("terminal-" + session.getId()).start(this::carry);
        return null;
    }

    /** The shell that a frame goes to; a new size that comes before there is one is put into the OPEN. */
    private synchronized @Nullable Shell shellFor(FrameType type, byte[] frame) {
        if (openFrame == null) {
            throw new ProtocolViolation(type + " before OPEN");
        }
        if (shell == null && type == FrameType.RESIZE) {
            System.arraycopy(frame, 1, openFrame, 1, 4);
            return null;
        }
        if (shell == null || (!opened && type != FrameType.RESIZE)) {
            throw new ProtocolViolation(type + " before OPENED");
        }
        return shell;
    }

    private void carry() {
        // The thread is this connection's alone, and so is what is logged by it.
        MDC.put(LogContext.LEARNER, machine.learner());
        machine.machine().ifPresent(id -> MDC.put(LogContext.MACHINE, id));
        try {
            tellIfItTakesAWhile();
            Shell connected = machine.openShell(new Told());
            machine.machine().ifPresent(id -> MDC.put(LogContext.MACHINE, id));
            if (begin(connected)) {
                pump(connected);
            }
        } catch (IOException | UncheckedIOException browserGone) {
            log.debug("A terminal's browser is gone: {}", browserGone.toString());
        } catch (NoRoomException e) {
            log.warn("No machine for a learner. {}", e.getMessage());
            giveUp(NoticeCode.FULL, TRY_AGAIN, e.place());
        } catch (DiskFullException e) {
            log.info("{}", e.getMessage());
            DiskNotice why = DiskNotices.stopped(e);
            giveUp(why.code(), TRY_AGAIN, why.details());
        } catch (RuntimeException e) {
            complain(e);
            giveUp(NoticeCode.UNREACHABLE, CloseStatus.SERVER_ERROR);
        } finally {
            ended();
        }
    }

    /** Where the engine is away, every terminal comes back again and again, and the way through the program tells nothing. */
    private static void complain(RuntimeException failure) {
        for (@Nullable Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof IOException) {
                log.warn("No shell for a learner. {}", failure.getMessage());
                return;
            }
        }
        log.error("No shell for a learner. {}", failure.getMessage(), failure);
    }

    private void tellIfItTakesAWhile() throws IOException {
        switch (machine.state()) {
            case RUNNING, PAUSED -> {}
            case STOPPED -> notice(NoticeCode.STARTING);
            case GONE -> notice(hadAShell() ? NoticeCode.GONE : NoticeCode.STARTING);
        }
    }

    /** Whether the browser names a shell that it has seen; then it had a machine, too. */
    private synchronized boolean hadAShell() {
        return openFrame != null && ByteBuffer.wrap(openFrame).getLong(5) != 0;
    }

    private synchronized boolean begin(Shell connected) throws IOException {
        shell = connected;
        if (ended || openFrame == null) {
            return false;
        }
        connected.send(openFrame);
        return true;
    }

    private void pump(Shell connected) throws IOException {
        while (true) {
            byte[] frame = receive(connected);
            if (frame == null) {
                lost(connected);
                return;
            }
            if (FrameType.EXITED.is(frame) && toldOfTheDisk()) {
                return;
            }
            if (FrameType.OPENED.is(frame)) {
                synchronized (this) {
                    opened = true;
                }
            }
            send(frame);
            echo.output(frame, System.nanoTime());
            if (FrameType.EXITED.is(frame) || FrameType.REPLACED.is(frame)) {
                session.close(CloseStatus.NORMAL);
                return;
            }
            hold(flow.carried(frame.length));
        }
    }

    /** The shell's program waits meanwhile, once its pipe is full. */
    private static void hold(Duration time) throws IOException {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw new InterruptedIOException("The terminal was told to end");
        }
    }

    private static byte @Nullable [] receive(Shell connected) {
        try {
            return connected.receive();
        } catch (IOException brokenOff) {
            return null;
        }
    }

    /** The shell's side has ended without a word: says why, if the learner is still there to hear it. */
    private void lost(Shell connected) {
        synchronized (this) {
            if (ended) {
                return;
            }
        }
        String complaint = connected.complaint();
        if (!complaint.isEmpty()) {
            log.error("A shell's holder complains: {}", complaint);
            giveUp(NoticeCode.FAILED, CloseStatus.SERVER_ERROR);
        } else if (toldOfTheDisk()) {
            log.debug("A shell has ended because its machine was stopped");
        } else {
            tellWhatBecameOfTheMachine();
        }
    }

    private void tellWhatBecameOfTheMachine() {
        switch (machine.state()) {
            case RUNNING -> giveUp(NoticeCode.STARTING, TRY_AGAIN);
            case STOPPED, PAUSED -> giveUp(NoticeCode.STOPPED, CloseStatus.SERVER_ERROR);
            case GONE -> giveUp(NoticeCode.GONE, CloseStatus.SERVER_ERROR);
        }
    }

    /** Where the machine was stopped because of the disk, that is what its learner has to know, not how the shell ended. */
    private boolean toldOfTheDisk() {
        Optional<DiskNotice> why = DiskNotices.whyStopped(machine.diskUsage());
        why.ifPresent(notice -> giveUp(notice.code(), TRY_AGAIN, notice.details()));
        return why.isPresent();
    }

    private void giveUp(NoticeCode code, CloseStatus status, Object... details) {
        try {
            notice(code, details);
            session.close(status);
        } catch (IOException | IllegalStateException gone) {
            log.debug("A terminal's browser is gone: {}", gone.toString());
        }
    }

    /** Passes on to the browser what a learner who waits for a machine is told. */
    private final class Told implements Waiting {

        @Override
        public void inLine(int place, Duration expected) {
            tell(NoticeCode.WAITING, place, expected.plusMillis(999).toSeconds());
        }

        @Override
        public void noRoom(Shortage shortage, int place) {
            tell(NoticeCode.FULL, place);
        }

        @Override
        public void stillThere() {
            if (!session.isOpen()) {
                throw new UncheckedIOException(new IOException("The browser has gone away"));
            }
        }

        private void tell(NoticeCode code, Object... details) {
            try {
                notice(code, details);
            } catch (IOException browserGone) {
                throw new UncheckedIOException(browserGone);
            }
        }
    }

    private void notice(NoticeCode code, Object... details) throws IOException {
        byte[] name = code.wireName().getBytes(StandardCharsets.UTF_8);
        boolean wordless = code == NoticeCode.DISK && details.length == 0;
        byte[] text = wordless ? new byte[0] : words.of(code, details).getBytes(StandardCharsets.UTF_8);
        send(ByteBuffer.allocate(2 + name.length + text.length)
                .put(FrameType.NOTICE.code())
                .put(name)
                .put((byte) 0)
                .put(text)
                .array());
    }

    private void send(byte[] frame) throws IOException {
        synchronized (sending) {
            try {
                session.sendMessage(new BinaryMessage(frame));
            } catch (IllegalStateException e) {
                if (session.isOpen()) {
                    throw e;
                }
                throw new IOException("The browser has gone away", e);
            }
        }
    }
}
