package dev.drydock.terminal;

import dev.drydock.account.ForLearners;
import dev.drydock.account.Learner;
import dev.drydock.account.SignedInLearner;
import dev.drydock.attempt.LearnerMachines;
import dev.drydock.machine.DiskUsage;
import dev.drydock.machine.Machine;
import dev.drydock.machine.Shell;
import dev.drydock.machine.Waiting;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.MessageSource;
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
class TerminalHandler extends BinaryWebSocketHandler implements SubProtocolCapable {

    static final String PROTOCOL = "drydock.terminal.v1";
    static final String LANGUAGE = "language";
    static final String SHELL = "shell";

    private final LearnerMachines machines;
    private final MessageSource words;
    private final Clock clock;
    private final Map<String, TerminalConnection> connections = new ConcurrentHashMap<>();

    TerminalHandler(LearnerMachines machines, MessageSource words, Clock clock) {
        this.machines = machines;
        this.words = words;
        this.clock = clock;
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
        Learner learner = SignedInLearner.of(session.getPrincipal());
        Locale language = (Locale) session.getAttributes().getOrDefault(LANGUAGE, Locale.ENGLISH);
        String shell = String.valueOf(session.getAttributes().get(SHELL));
        connections.put(
                session.getId(),
                new TerminalConnection(
                        session,
                        clock,
                        new Access(machines, learner, shell),
                        (code, details) -> words.getMessage(code.messageKey(), details, language)));
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

    @Scheduled(fixedRateString = "15s")
    void heartbeat() {
        connections.values().forEach(connection -> Thread.ofVirtual().start(connection::heartbeat));
    }

    /** One learner's way to one shell. */
    private record Access(LearnerMachines machines, Learner learner, String shell)
            implements TerminalConnection.MachineAccess {

        @Override
        public Shell openShell(Waiting waiting) {
            return machines.open(learner, waiting).openShell(shell);
        }

        @Override
        public void used() {
            machines.used(learner);
        }

        @Override
        public Optional<DiskUsage> diskUsage() {
            return machines.diskUsage(learner);
        }

        @Override
        public Machine.State state() {
            return machines.find(learner).map(Machine::state).orElse(Machine.State.GONE);
        }
    }
}
