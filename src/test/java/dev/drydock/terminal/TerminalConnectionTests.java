package dev.drydock.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;

import dev.drydock.machine.DiskFullException;
import dev.drydock.machine.DiskUsage;
import dev.drydock.machine.DiskUsage.Level;
import dev.drydock.machine.DiskUsage.Stopped;
import dev.drydock.machine.Machine;
import dev.drydock.machine.NoRoomException;
import dev.drydock.machine.Shell;
import dev.drydock.machine.Shortage;
import dev.drydock.machine.Waiting;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.ArgumentCaptor;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;

/** One connection, between a browser and a shell that do what a test says. */
@ExtendWith(OutputCaptureExtension.class)
class TerminalConnectionTests {

    private static final int PATIENCE = 10_000;
    private static final byte[] OUTPUT = {0x12, 'x'};

    private final WebSocketSession browser = mock(WebSocketSession.class);
    private final Shell shell = mock(Shell.class);
    private final TerminalConnection.MachineAccess machine = mock(TerminalConnection.MachineAccess.class);
    private Instant now = Instant.EPOCH;
    private final TerminalConnection connection = new TerminalConnection(
            browser,
            new SetClock(),
            machine,
            (code, details) -> "words for " + code + (details.length == 0 ? "" : List.of(details)),
            new Echo(took -> {}),
            Floods.ofThisHost().meter());

    @BeforeEach
    void allIsWell() {
        given(browser.isOpen()).willReturn(true);
        given(machine.state()).willReturn(Machine.State.RUNNING);
        given(machine.openShell(any())).willReturn(shell);
        given(shell.complaint()).willReturn("");
        given(machine.learner()).willReturn("learner-1");
        given(machine.machine()).willReturn(Optional.of("0123456789ab"));
        given(machine.diskUsage()).willReturn(Optional.empty());
    }

    @Test
    void outputWhenTheBrowserHasJustGoneIsNobodysError(CapturedOutput log) throws IOException {
        given(shell.receive()).willReturn(OUTPUT);
        given(browser.isOpen()).willReturn(false);
        willThrow(new IllegalStateException("The WebSocket session has been closed"))
                .given(browser)
                .sendMessage(any());

        connection.fromBrowser(open(0));

        verify(shell, timeout(PATIENCE)).close();
        assertThat(log).doesNotContain("ERROR");
        verify(browser, never()).close(any());
    }

    @Test
    void openWhenTheMachineStandsStillTellsThatItStarts() throws IOException {
        given(machine.state()).willReturn(Machine.State.STOPPED);
        connection.fromBrowser(open(0));
        assertThat(firstNotice()).isEqualTo("starting\0words for STARTING");
    }

    @Test
    void openWhenTheLearnerNeverHadAMachineTellsThatItStarts() throws IOException {
        given(machine.state()).willReturn(Machine.State.GONE);
        connection.fromBrowser(open(0));
        assertThat(firstNotice()).isEqualTo("starting\0words for STARTING");
    }

    @Test
    void openWhenTheMachineOfAShellIsGoneTellsTheLoss() throws IOException {
        given(machine.state()).willReturn(Machine.State.GONE);
        connection.fromBrowser(open(4711));
        assertThat(firstNotice()).isEqualTo("stopped\0words for GONE");
    }

    @Test
    void openWhenNoMachineCanBeMadeTellsAndClosesWithServerError(CapturedOutput log) throws IOException {
        given(machine.openShell(any())).willThrow(new IllegalStateException("no image"));
        connection.fromBrowser(open(0));
        assertThat(firstNotice()).isEqualTo("unreachable\0words for UNREACHABLE");
        verify(browser, timeout(PATIENCE)).close(CloseStatus.SERVER_ERROR);
        assertThat(log).contains("No shell for a learner. no image");
    }

    @Test
    void openWhenTheLearnerStandsInLineTellsTheirPlace() throws IOException {
        given(machine.openShell(any())).willAnswer(asked -> {
            asked.getArgument(0, Waiting.class).inLine(3, Duration.ofMillis(4100));
            return shell;
        });
        connection.fromBrowser(open(0));
        assertThat(firstNotice()).isEqualTo("waiting\0words for WAITING[3, 5]");
    }

    @Test
    void openWhenThereIsNoRoomTellsAndIsTriedAgain() throws IOException {
        NoRoomException noRoom = mock(NoRoomException.class);
        given(noRoom.place()).willReturn(4);
        given(machine.openShell(any())).willThrow(noRoom);
        connection.fromBrowser(open(0));
        assertThat(firstNotice()).isEqualTo("full\0words for FULL[4]");
        verify(browser, timeout(PATIENCE)).close(new CloseStatus(1013));
    }

    @Test
    void lineWhenTheBrowserHasGoneIsLeftWithoutAnError(CapturedOutput log) throws IOException {
        given(machine.openShell(any())).willAnswer(asked -> {
            Waiting waiting = asked.getArgument(0, Waiting.class);
            waiting.noRoom(Shortage.DISK, 2);
            waiting.stillThere();
            given(browser.isOpen()).willReturn(false);
            waiting.stillThere();
            return shell;
        });
        connection.fromBrowser(open(0));
        assertThat(firstNotice()).isEqualTo("full\0words for FULL[2]");
        verify(shell, never()).send(any());
        assertThat(log).doesNotContain("ERROR");
    }

    @Test
    void heartbeatTellsOnceThatTheDiskIsNearlyFullThenFullThenThatThereIsRoom() throws IOException {
        given(shell.receive()).willReturn(opened()).willAnswer(asked -> forEver());
        connection.heartbeat();
        connection.fromBrowser(open(0));
        awaitSent(new String(opened(), StandardCharsets.ISO_8859_1));
        diskUsage(800, Level.NEARLY_FULL, Stopped.NO);
        connection.heartbeat();
        connection.heartbeat();
        diskUsage(1100, Level.FULL, Stopped.NO);
        connection.heartbeat();
        diskUsage(10, Level.ENOUGH, Stopped.NO);
        connection.heartbeat();
        connection.heartbeat();
        assertThat(notices())
                .containsExactly(
                        "disk\0words for DISK[0.8 GB, 1.0 GB]", "disk\0words for DISK_FULL[1.1 GB, 1.0 GB]", "disk\0");
    }

    @Test
    void shellWhenItsMachineIsStoppedBecauseOfTheDiskTellsThatAndNotItsExit() throws IOException {
        given(shell.receive()).willReturn(opened(), new byte[] {0x13, 0, 0, 0, 1});
        diskUsage(1200, Level.FULL, Stopped.OVER_LIMIT);
        connection.fromBrowser(open(0));
        assertThat(firstNotice()).isEqualTo("stopped\0words for DISK_STOPPED[1.2 GB, 1.0 GB, 0]");
        verify(browser, timeout(PATIENCE)).close(new CloseStatus(1013));
        verify(browser, never()).sendMessage(argThat(message -> first(message) == 0x13));
    }

    @Test
    void openWhenTheMachineHasToRestTellsForHowLong() throws IOException {
        DiskFullException rest = mock(DiskFullException.class);
        given(rest.rest()).willReturn(Duration.ofMillis(29_001));
        given(rest.usage()).willReturn(disk(300, Level.ENOUGH, Stopped.HOST_FULL));
        given(machine.openShell(any())).willThrow(rest);
        connection.fromBrowser(open(0));
        assertThat(firstNotice()).isEqualTo("stopped\0words for HOST_DISK_STOPPED[0.3 GB, 1.0 GB, 30]");
        verify(browser, timeout(PATIENCE)).close(new CloseStatus(1013));
    }

    @Test
    void openWhenTheMachineCouldNotBeMeasuredTellsThat() throws IOException {
        DiskFullException rest = mock(DiskFullException.class);
        given(rest.rest()).willReturn(Duration.ofSeconds(30));
        given(rest.usage()).willReturn(disk(0, Level.ENOUGH, Stopped.UNMEASURED));
        given(machine.openShell(any())).willThrow(rest);
        connection.fromBrowser(open(0));
        assertThat(firstNotice()).isEqualTo("stopped\0words for DISK_UNMEASURED[0.0 GB, 1.0 GB, 30]");
        verify(browser, timeout(PATIENCE)).close(new CloseStatus(1013));
    }

    private void diskUsage(long megabytes, Level level, Stopped stopped) {
        given(machine.diskUsage()).willReturn(Optional.of(disk(megabytes, level, stopped)));
    }

    private static DiskUsage disk(long megabytes, Level level, Stopped stopped) {
        return new DiskUsage(megabytes * 1_073_742, 1_073_741_824, level, stopped);
    }

    private static byte[] opened() {
        return ByteBuffer.allocate(26).put((byte) 0x11).putLong(1).array();
    }

    /** A shell that has nothing more to say, until its connection is closed with the test. */
    private static byte[] forEver() throws InterruptedException {
        new CountDownLatch(1).await();
        throw new AssertionError("nobody counts");
    }

    @Test
    void heartbeatTellsThatSomebodyIsAtTheMachineUntilTheBrowserFallsSilent() {
        connection.heartbeat();
        verify(machine).used();
        now = now.plusSeconds(46);
        connection.heartbeat();
        verify(machine).used();
    }

    @Test
    void shellWhenItEndsWithoutAWordOnARunningMachineIsTriedAgain() throws IOException {
        connection.fromBrowser(open(0));
        assertThat(firstNotice()).isEqualTo("starting\0words for STARTING");
        verify(browser, timeout(PATIENCE)).close(new CloseStatus(1013));
    }

    @Test
    void shellWhenItsMachineIsGoneTellsTheLossAndPromisesNoFiles() throws IOException {
        given(machine.state()).willReturn(Machine.State.RUNNING, Machine.State.GONE);
        connection.fromBrowser(open(0));
        assertThat(firstNotice()).isEqualTo("stopped\0words for GONE");
        verify(browser, timeout(PATIENCE)).close(CloseStatus.SERVER_ERROR);
    }

    @Test
    void shellWhenItsHolderComplainsTellsTheLearnerAndLogsTheWords(CapturedOutput log) throws IOException {
        given(shell.complaint()).willReturn("no PTY is left");
        connection.fromBrowser(open(0));
        assertThat(firstNotice()).isEqualTo("failed\0words for FAILED");
        verify(browser, timeout(PATIENCE)).close(CloseStatus.SERVER_ERROR);
        assertThat(log).contains("no PTY is left");
    }

    @Test
    void heartbeatWhenTheBrowserHasBeenHeardAsks() throws IOException {
        now = now.plusSeconds(45);
        connection.heartbeat();
        verify(browser).sendMessage(any(PingMessage.class));
        verify(browser, never()).close(any());
    }

    @Test
    void heartbeatWhenTheBrowserIsSilentGivesItUp() throws IOException {
        now = now.plusSeconds(46);
        connection.heartbeat();
        verify(browser).close(CloseStatus.SESSION_NOT_RELIABLE);
    }

    @Test
    void heartbeatWhenTheBrowserHasAnsweredGoesOn() throws IOException {
        now = now.plusSeconds(40);
        connection.pong();
        now = now.plusSeconds(40);
        connection.heartbeat();
        verify(browser, never()).close(any());
    }

    private void awaitSent(String frame) throws IOException {
        verify(browser, timeout(PATIENCE).atLeastOnce()).sendMessage(argThat(message -> frame.equals(text(message))));
    }

    private List<String> notices() throws IOException {
        ArgumentCaptor<WebSocketMessage<?>> sent = ArgumentCaptor.captor();
        verify(browser, atLeastOnce()).sendMessage(sent.capture());
        return sent.getAllValues().stream()
                .filter(message -> first(message) == 0x21)
                .map(message -> new String(bytes(message), StandardCharsets.UTF_8).substring(1))
                .toList();
    }

    private static String text(@Nullable WebSocketMessage<?> message) {
        return message == null ? "" : new String(bytes(message), StandardCharsets.ISO_8859_1);
    }

    private static int first(@Nullable WebSocketMessage<?> message) {
        return message == null || bytes(message).length == 0 ? -1 : bytes(message)[0];
    }

    private static byte[] bytes(WebSocketMessage<?> message) {
        return message instanceof BinaryMessage binary ? binary.getPayload().array() : new byte[0];
    }

    private String firstNotice() throws IOException {
        verify(browser, timeout(PATIENCE).atLeastOnce()).sendMessage(argThat(message -> first(message) == 0x21));
        return notices().getFirst();
    }

    private static byte[] open(long epoch) {
        return ByteBuffer.allocate(21)
                .put((byte) 0x01)
                .putShort((short) 80)
                .putShort((short) 24)
                .putLong(epoch)
                .array();
    }

    private final class SetClock extends Clock {

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
