package dev.drydock.machine;

import static dev.drydock.machine.MachineAssert.output;
import static dev.drydock.machine.MachineAssert.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/terminal-protocol.md, as every machine's shells must keep it. */
abstract class ShellContract {

    private static final String CTRL_C = "\u0003";
    private static int shells;

    /** A shell's name that no other test uses. */
    private String name = "";

    abstract Machine machine();

    /** How many processes the machine has on the host, those that its owner cannot see included. */
    abstract long processes();

    @BeforeEach
    void nameShell(TestInfo test) {
        name = "shell-" + shells++;
    }

    private ShellDriver open() {
        return ShellDriver.open(machine(), name);
    }

    private ShellDriver openAgain(ShellDriver before) {
        return ShellDriver.open(machine(), name, before.epoch(), before.position());
    }

    @Test
    void openWhenShellIsNewSaysSoAndShowsAPrompt() {
        try (ShellDriver shell = open()) {
            assertThat(shell.flags()).isEqualTo(ShellDriver.FRESH);
            assertThat(shell.epoch()).isNotZero();
            assertThat(shell.start()).isZero();
            shell.awaitOutput("root@lab");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 255})
    void outputIsExactWhateverItsFirstByte(int first) {
        byte[] bytes = randomBytes(first, 300_000);
        write(machine(), "/root/bytes", bytes);
        try (ShellDriver shell = open()) {
            shell.type("stty raw -echo; printf 'GO''ON'; cat /root/bytes; stty sane\n");
            assertThat(shell.awaitBytesAfter("GOON", bytes.length)).isEqualTo(bytes);
        }
    }

    @Test
    void inputIsExactForEveryByte() {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        try (ShellDriver shell = open()) {
            shell.type("stty raw -echo; printf 'GO''ON'; head -c 256 | od -An -v -tx1 | tr -d ' \\n'; stty sane\n");
            shell.awaitOutput("GOON").type(bytes);
            assertThat(new String(shell.awaitBytesAfter("GOON", 512), StandardCharsets.US_ASCII))
                    .isEqualTo(HexFormat.of().formatHex(bytes));
        }
    }

    @Test
    void inputWhenItIsALongPasteArrivesWhole() {
        byte[] bytes = randomBytes(7, 400_000);
        try (ShellDriver shell = open()) {
            shell.type("stty raw -echo; printf 'GO''ON'; head -c 400000 > /root/pasted; stty sane; echo do''ne\n");
            shell.awaitOutput("GOON");
            shell.paste(bytes);
            shell.awaitOutput("done");
        }
        write(machine(), "/root/expected", bytes);
        MachineAssert.assertThat(machine()).can("cmp /root/pasted /root/expected");
    }

    @Test
    void resizeIsSeenByTheProgram() {
        try (ShellDriver shell = open()) {
            shell.awaitOutput("root@lab").resize(123, 45).type("stty size\n").awaitOutput("45 123");
            shell.resize(1000, 1000).type("stty size\n").awaitOutput("1000 1000");
        }
    }

    @Test
    void typedHangulComesBackAsItIs() {
        try (ShellDriver shell = open()) {
            shell.type("printf '%s!%s\\n' 도커 한글\n").awaitOutput("도커!한글");
        }
    }

    @Test
    void openAgainWhenPositionIsKnownLosesAndDoublesNothing() {
        String counted =
                IntStream.rangeClosed(1, 60_000).mapToObj(Integer::toString).collect(Collectors.joining("\r\n"));
        try (ShellDriver first = open()) {
            first.type("stty -echo\n").type("printf 'GO''ON'; seq 1 60000; echo do''ne\n");
            first.awaitBytesAfter("GOON", 50_000);
            first.hangUp();
            first.awaitEnd();
            try (ShellDriver second = openAgain(first)) {
                assertThat(second.flags()).isEqualTo(ShellDriver.CONTINUED);
                assertThat(second.start()).isEqualTo(first.position());
                second.awaitOutput("done");
                String all = first.seen() + second.seen();
                assertThat(all.substring(all.lastIndexOf("GOON") + 4)).startsWith(counted + "\r\ndone");
            }
        }
    }

    @Test
    void openAgainWhenNothingIsKnownReplaysTheLastThousandLines() {
        try (ShellDriver first = open()) {
            first.type("seq 1 5000; echo do''ne\n").awaitOutput("done");
        }
        try (ShellDriver second = open()) {
            assertThat(second.flags()).isZero();
            second.awaitOutput("done");
            assertThat(second.end()).isLessThanOrEqualTo(second.position());
            assertThat(second.seen()).contains("\r\n4000\r\n4001\r\n").contains("\r\n5000\r\n");
        }
    }

    @Test
    void openAgainWhenTheBeginningIsOverwrittenStartsWithAWholeLine() {
        try (ShellDriver first = open()) {
            first.type("seq -f line%.0f 1 150000; echo do''ne\n").awaitOutput("done");
            try (ShellDriver second = ShellDriver.open(machine(), name, first.epoch(), 5)) {
                assertThat(second.flags()).as("position 5 is no longer there").isZero();
                second.awaitOutput("done");
                assertThat(second.start()).isPositive();
                assertThat(second.seen()).startsWith("line");
                assertThat(second.seen().length()).isGreaterThan(900_000);
            }
        }
    }

    @Test
    void openWhenEpochIsAnotherShellsStartsFromNothing() {
        try (ShellDriver first = open()) {
            first.awaitOutput("root@lab");
            try (ShellDriver second = ShellDriver.open(machine(), name, first.epoch() + 1, 3)) {
                assertThat(second.flags()).isZero();
                assertThat(second.epoch()).isEqualTo(first.epoch());
                assertThat(second.start()).isZero();
            }
        }
    }

    @Test
    void openWhenSomebodyIsThereReplacesThem() {
        try (ShellDriver first = open();
                ShellDriver second = open()) {
            first.awaitReplaced();
            assertThat(first.awaitEnd()).isEmpty();
            assertThat(second.epoch()).isEqualTo(first.epoch());
            second.type("echo $((6 * 7))!\n").awaitOutput("42!");
        }
    }

    @ParameterizedTest
    @CsvSource({"exit 7, 7", "exit, 0", "kill -KILL $$, 137", "kill -HUP $$, 129"})
    void exitedTellsStatusOrSignal(String command, int status) {
        try (ShellDriver shell = open()) {
            shell.awaitOutput("root@lab").type(command + "\n");
            assertThat(shell.awaitExit()).isEqualTo(status);
            assertThat(shell.awaitEnd()).isEmpty();
        }
    }

    @Test
    void exitedComesAfterTheLastOutput() {
        try (ShellDriver shell = open()) {
            shell.type("seq 1 20000; echo la''st; exit 3\n");
            assertThat(shell.awaitExit()).isEqualTo(3);
            assertThat(shell.seen()).contains("\r\n20000\r\nlast\r\n");
        }
    }

    @Test
    void openWhenTheShellHasExitedStartsAnother() {
        try (ShellDriver first = open()) {
            first.type("exit\n").awaitExit();
            try (ShellDriver second = openAgain(first)) {
                assertThat(second.flags()).isEqualTo(ShellDriver.FRESH);
                assertThat(second.epoch()).isNotEqualTo(first.epoch());
                assertThat(second.start()).isZero();
                second.awaitOutput("root@lab");
            }
        }
    }

    @Test
    void openAgainWhenItExitedMeanwhileStillTells() {
        try (ShellDriver first = open()) {
            first.type("rm -f /root/go; echo wait''ing; until test -e /root/go; do sleep 0.02; done; exit 9\n");
            first.awaitOutput("waiting");
            first.hangUp();
            output(machine(), "touch /root/go");
            try (ShellDriver second = openAgain(first)) {
                assertThat(second.awaitExit()).isEqualTo(9);
            }
        }
    }

    @Test
    void outputWhenNothingIsDrawnIsHeldBackAndGoesOnLater() {
        try (ShellDriver shell = open()) {
            shell.awaitOutput("root@lab").stopDrawing();
            shell.type("seq 1 100000; echo do''ne\n").awaitUndrawn(ShellDriver.WINDOW);
            long taken = shell.taken();
            shell.type("\n").awaitTaken(taken + 1);
            assertThat(shell.undrawn()).isEqualTo(ShellDriver.WINDOW);
            shell.goOnDrawing().awaitOutput("done");
        }
    }

    @Test
    void outputWhenItIsEndlessAndHeldBackCanBeInterrupted() {
        try (ShellDriver shell = open()) {
            shell.awaitOutput("root@lab").stopDrawing();
            shell.type("yes\n").awaitUndrawn(ShellDriver.WINDOW);
            shell.type(CTRL_C).goOnDrawing();
            shell.type("echo $((6 * 7))!\n").awaitOutput("42!");
        }
    }

    @Test
    void programWhenNobodyIsConnectedRunsOn() {
        try (ShellDriver shell = open()) {
            shell.type("rm -f /root/over; (seq 1 500000; touch /root/over)\n").awaitOutput("1000\r\n");
        }
        Patience.until(
                "the program has ended", () -> output(machine(), "ls /root").contains("over"));
    }

    @Test
    void inputWhenNothingTakesItClosesTheConnection() {
        try (ShellDriver shell = open()) {
            shell.type("stty raw -echo; printf 'GO''ON'; sleep 1000\n").awaitOutput("GOON");
            for (int i = 0; i < 6; i++) {
                shell.type(new byte[16_384]);
            }
            assertThat(shell.awaitEnd()).contains("TAKEN");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "an unknown type, 7f00",
        "an empty frame, ''",
        "a second OPEN, 010050001800000000000000000000000000000000",
        "a short RESIZE, 0300",
        "a RESIZE to nothing, 0300000000",
        "a RESIZE to more than a thousand, 0303e903e9",
        "an empty INPUT, 02",
        "DRAWN of what never came, 047fffffffffffffff",
        "a frame of the other side, 1200",
    })
    void malformedFrameEndsTheConnectionButNotTheShell(String what, String hex) {
        long epoch;
        try (ShellDriver shell = open()) {
            epoch = shell.epoch();
            shell.send(HexFormat.of().parseHex(hex));
            assertThat(shell.awaitEnd()).as(what).isNotEmpty();
        }
        try (ShellDriver shell = open()) {
            assertThat(shell.epoch()).isEqualTo(epoch);
        }
    }

    @Test
    void frameWhenItIsTooLargeEndsTheConnection() {
        try (ShellDriver shell = open()) {
            shell.send(new byte[16_386]);
            assertThat(shell.awaitEnd()).isNotEmpty();
        }
    }

    @Test
    void frameWhenItComesBeforeOpenEndsTheConnection() {
        try (ShellDriver shell = new ShellDriver(machine().openShell(name))) {
            shell.type("ls\n");
            assertThat(shell.awaitEnd()).contains("OPEN");
        }
    }

    @Test
    void shellsOfDifferentNamesAreDifferent() {
        try (ShellDriver one = open();
                ShellDriver other = ShellDriver.open(machine(), name + "-other")) {
            assertThat(one.epoch()).isNotEqualTo(other.epoch());
            one.type("here=1; echo a$here$((1 + 1))\n").awaitOutput("a12");
            other.type("echo b$here$((1 + 1))\n").awaitOutput("b2");
        }
    }

    @Test
    void reconnectingTwoHundredTimesLeavesNoProcessBehind() {
        try (ShellDriver first = open()) {
            first.awaitOutput("root@lab");
        }
        long[] before = {processes()};
        Patience.until("the first connection's process is gone", () -> {
            long now = processes();
            boolean still = now == before[0];
            before[0] = now;
            return still;
        });
        for (int i = 0; i < 200; i++) {
            ShellDriver.open(machine(), name).close();
        }
        Patience.until("as many processes are there as before", () -> processes() <= before[0]);
        try (ShellDriver last = open()) {
            last.type("echo $((6 * 7))!\n").awaitOutput("42!");
        }
    }

    private static byte[] randomBytes(int first, int count) {
        byte[] bytes = new byte[count];
        new Random(first).nextBytes(bytes);
        bytes[0] = (byte) first;
        return bytes;
    }
}
