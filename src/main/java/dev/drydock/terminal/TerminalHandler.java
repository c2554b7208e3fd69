package dev.drydock.terminal;

import dev.drydock.account.ForLearners;
import dev.drydock.account.Learner;
import dev.drydock.account.LearnerId;
import dev.drydock.account.SignedInLearner;
import dev.drydock.attempt.LearnerMachines;
import dev.drydock.machine.DiskUsage;
import dev.drydock.machine.Machine;
import dev.drydock.machine.MachineId;
import dev.drydock.machine.Shell;
import dev.drydock.machine.Waiting;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.MessageSource;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.SubProtocolCapable;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.BinaryWebSocketHandler;

/** The WebSocket at {@code /terminal/NAME}: the learner's shell of that name. */
@ForLearners
class TerminalHandler extends BinaryWebSocketHandler implements SubProtocolCapable, OpenTerminals {

    static final String PROTOCOL = "drydock.terminal.v1";
    static final String LANGUAGE = "language";
    static final String SHELL = "shell";

    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private static final Duration[] ECHO_BOUNDS = {
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1)
    };

    private final LearnerMachines machines;
    private final MessageSource words;
    private final InstantSource clock;
    private final Timer echoes;
    private final Floods floods = Floods.ofThisHost();
    private volatile boolean ending;
    private final Map<String, TerminalConnection> connections = new ConcurrentHashMap<>();

    TerminalHandler(LearnerMachines machines, MessageSource words, InstantSource clock, MeterRegistry registry) {
        this.machines = machines;
        this.words = words;
        this.clock = clock;
        Gauge.builder("drydock.terminals", connections, Map::size).register(registry);
        this.echoes = Timer.builder("drydock.terminal.echo")
                .serviceLevelObjectives(ECHO_BOUNDS)
                .register(registry);
    }

    @Override
    public List<String> getSubProtocols() {
        return List.of(PROTOCOL);
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) throws IOException {
        if (!PROTOCOL.equals(session.getAcceptedProtocol())) {
            session.close(CloseStatus.PROTOCOL_ERROR.withReason("the subprotocol must be " + PROTOCOL));
            return;
        }
        if (ending) {
            session.close(CloseStatus.SERVICE_RESTARTED);
            return;
        }
        Learner learner = SignedInLearner.of(session.getPrincipal());
        Locale language = (Locale) session.getAttributes().getOrDefault(LANGUAGE, Locale.ENGLISH);
        String shell = String.valueOf(session.getAttributes().get(SHELL));
        connections.put(
                session.getId(),
                new TerminalConnection(
                        session,
                        clock,
                        new Access(machines, learner, shell),
                        (code, details) -> words.getMessage(code.messageKey(), details, language),
                        new Echo(echoes::record),
                        floods.meter()));
    }

    @Override
    protected void handleBinaryMessage(WebSocketSession session, BinaryMessage message) throws IOException {
        TerminalConnection connection = connections.get(session.getId());
        if (connection != null) {
            ByteBuffer payload = message.getPayload();
            byte[] frame = new byte[payload.remaining()];
            payload.get(frame);
            connection.fromBrowser(frame);
        }
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) {
        try {
            session.close(CloseStatus.PROTOCOL_ERROR.withReason("a text message is not in the terminal protocol"));
        } catch (IOException browserGone) {
            afterConnectionClosed(session, CloseStatus.NO_CLOSE_FRAME);
        }
    }

    @Override
    protected void handlePongMessage(WebSocketSession session, PongMessage message) {
        TerminalConnection connection = connections.get(session.getId());
        if (connection != null) {
            connection.pong();
        }
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        TerminalConnection connection = connections.remove(session.getId());
        if (connection != null) {
            connection.ended();
        }
    }

    @Override
    public void disconnect(LearnerId learner) {
        connections.values().stream()
                .filter(connection -> connection.isOf(learner.value()))
                .forEach(connection -> Thread.ofVirtual().start(connection::breakOff));
    }

    @Scheduled(fixedRateString = "15s")
    void heartbeat() {
        connections.values().forEach(connection -> Thread.ofVirtual().start(connection::heartbeat));
    }

    /** Tells every browser; for no longer than a moment, since one that takes nothing any more would hold up the end of the server. */
    @EventListener(ContextClosedEvent.class)
    void serverEnds() throws InterruptedException {
        ending = true;
        List<Thread> tellers = connections.values().stream()
                .map(connection -> Thread.ofVirtual().start(connection::serverEnds))
                .toList();
        Instant deadline = clock.instant().plus(FAREWELL);
        for (Thread teller : tellers) {
            Duration left = Duration.between(clock.instant(), deadline);
            if (left.isPositive()) {
                teller.join(left);
            }
        }
    }

    /** One learner's way to one shell. */
    private record Access(LearnerMachines machines, Learner who, String shell)
            implements TerminalConnection.MachineAccess {

        @Override
        public Shell openShell(Waiting waiting) {
            return machines.open(who, waiting).openShell(shell);
        }

        @Override
        public String learner() {
            return who.id().value();
        }

        @Override
        public Optional<String> machine() {
            return machines.lastSeen(who).map(MachineId::value);
        }

        @Override
        public void used() {
            machines.used(who);
        }

        @Override
        public Optional<DiskUsage> diskUsage() {
            return machines.diskUsage(who);
        }

        @Override
        public Machine.State state() {
            return machines.find(who).map(Machine::state).orElse(Machine.State.GONE);
        }
    }
}
