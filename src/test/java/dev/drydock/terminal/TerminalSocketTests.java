package dev.drydock.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.journey.Classroom;
import dev.drydock.journey.SharedClassroom;
import dev.drydock.journey.Visitor;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.CompletionException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The terminal's WebSocket on a real server, with a real machine behind it, met by a browser that does not keep to the protocol. */
@Tag("contract")
@ExtendWith(SharedClassroom.class)
class TerminalSocketTests {

    private static final byte[] OPEN = frame(0x01, 20, 80, 24);

    private static Visitor learner;
    private static Visitor stranger;

    @BeforeAll
    static void signIn(Classroom classroom) {
        learner = Visitor.signedIn(classroom);
        stranger = Visitor.of(classroom);
    }

    @Test
    void openWhenAllIsWellReturnsOpenedAndEchoesWhatIsTyped() {
        try (Socket socket = Socket.open(learner, "/terminal/socket-echo")) {
            socket.send(OPEN);
            byte[] opened = socket.awaitFrame(0x11);
            assertThat(opened).hasSize(26);
            socket.send(input("echo $((6*7))-typed\n"));
            socket.awaitOutput("42-typed");
            socket.send(input("exit 7\n"));
            assertThat(ByteBuffer.wrap(socket.awaitFrame(0x13), 1, 4).getInt()).isEqualTo(7);
            assertThat(socket.awaitClose().code()).isEqualTo(1000);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "INPUT before OPEN, 02 61",
        "RESIZE before OPEN, 03 00 50 00 18",
        "DRAWN before OPEN, 04 00 00 00 00 00 00 00 00",
        "OPEN of 3 bytes instead of 20, 01 00 50 00",
        "INPUT of 0 bytes, 02",
        "a frame of type 18, 12 61",
        "a frame of type 33, 21 61 00",
        "a frame of type 0, 00",
        "RESIZE with 0 columns and 24 rows, 03 00 00 00 18",
    })
    void frameWhenItIsNotOursClosesWithProtocolErrorAndTheReason(String reason, String hex) {
        try (Socket socket = Socket.open(learner, "/terminal/socket-rules")) {
            socket.send(HexFormat.of().parseHex(hex.replace(" ", "")));
            assertThat(socket.awaitClose()).satisfies(end -> {
                assertThat(end.code()).isEqualTo(1002);
                assertThat(end.reason()).startsWith(reason);
            });
        }
    }

    @Test
    void emptyMessageClosesWithProtocolError() {
        try (Socket socket = Socket.open(learner, "/terminal/socket-rules")) {
            socket.send(new byte[0]);
            assertThat(socket.awaitClose().code()).isEqualTo(1002);
        }
    }

    @Test
    void secondOpenClosesWithProtocolError() {
        try (Socket socket = Socket.open(learner, "/terminal/socket-rules")) {
            socket.send(OPEN);
            socket.awaitFrame(0x11);
            socket.send(OPEN);
            assertThat(socket.awaitClose()).satisfies(end -> {
                assertThat(end.code()).isEqualTo(1002);
                assertThat(end.reason()).startsWith("a second OPEN");
            });
        }
    }

    @Test
    void textMessageClosesWithProtocolError() {
        try (Socket socket = Socket.open(learner, "/terminal/socket-rules")) {
            socket.sendText("hello");
            assertThat(socket.awaitClose()).satisfies(end -> {
                assertThat(end.code()).isEqualTo(1002);
                assertThat(end.reason()).contains("a text message");
            });
        }
    }

    @Test
    void messageThatIsTooLargeClosesWithTooBig() {
        try (Socket socket = Socket.open(learner, "/terminal/socket-rules")) {
            socket.send(frame(0x02, 65_536));
            assertThat(socket.awaitClose().code()).isEqualTo(1009);
        }
    }

    @Test
    void inputOfTheLargestSizeArrivesWhole() {
        try (Socket socket = Socket.open(learner, "/terminal/socket-large")) {
            socket.send(OPEN);
            socket.awaitFrame(0x11);
            // A line of a terminal holds 4,095 bytes; so many lines that only the frame is large.
            String lines = "#23456789abcdef\n".repeat(1_023);
            socket.send(input("stty -echo\n"));
            socket.send(input(lines));
            socket.send(input("echo all-$((1+1))\n"));
            socket.awaitOutput("all-2");
        }
    }

    @Test
    void subprotocolWhenUnknownClosesWithProtocolError() {
        try (Socket socket = Socket.speaking("drydock.terminal.v9", learner, "/terminal/socket-rules")) {
            assertThat(socket.awaitClose()).satisfies(end -> {
                assertThat(end.code()).isEqualTo(1002);
                assertThat(end.reason()).contains("drydock.terminal.v1");
            });
        }
    }

    @Test
    void shellThatIsOpenedElsewhereIsReplacedHere() {
        try (Socket first = Socket.open(learner, "/terminal/socket-twice")) {
            first.send(OPEN);
            byte[] before = first.awaitFrame(0x11);
            try (Socket second = Socket.open(learner, "/terminal/socket-twice")) {
                second.send(OPEN);
                byte[] after = second.awaitFrame(0x11);
                first.awaitFrame(0x14);
                assertThat(first.awaitClose().code()).isEqualTo(1000);
                assertThat(after).startsWith(Arrays.copyOf(before, 9));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "http://127.0.0.1:1", "null", ""})
    void originWhenForeignOrMissingIsRefused(String origin) {
        assertRefused(403, () -> Socket.from(origin, learner, "/terminal/main"));
    }

    @Test
    void strangerIsRefused() {
        assertRefused(401, () -> Socket.open(stranger, "/terminal/main"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/terminal/UPPER", "/terminal/a.b", "/terminal/0123456789-0123456789-01234567890"})
    void nameWhenItIsNoShellsIsNotFound(String path) {
        assertRefused(404, () -> Socket.open(learner, path));
    }

    private static void assertRefused(int status, ThrowingCallable open) {
        assertThatThrownBy(open)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        e -> assertThat(e.getResponse().statusCode()).isEqualTo(status));
    }

    private static byte[] input(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(1 + bytes.length).put((byte) 0x02).put(bytes).array();
    }

    private static byte[] frame(int type, int length, int... shorts) {
        ByteBuffer frame = ByteBuffer.allocate(1 + length).put((byte) type);
        for (int value : shorts) {
            frame.putShort((short) value);
        }
        return frame.array();
    }
}
