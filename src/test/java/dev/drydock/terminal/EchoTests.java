package dev.drydock.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EchoTests {

    private static final byte[] OUTPUT = {0x12, 'x'};
    private static final long START = 1_001;

    private final List<Duration> times = new ArrayList<>();
    private final Echo echo = new Echo(times::add);

    @Test
    void keyWhenOutputFollowsIsMeasuredOnce() {
        echo.input(input("a"), START);
        echo.output(OUTPUT, START + 5_000_000);
        echo.output(OUTPUT, START + 9_000_000);
        assertThat(times).containsExactly(Duration.ofMillis(5));
    }

    @Test
    void keysWhenSeveralComeFirstAreMeasuredFromTheFirst() {
        echo.input(input("a"), START);
        echo.input(input("b"), START + 2_000_000);
        echo.output(OUTPUT, START + 5_000_000);
        assertThat(times).containsExactly(Duration.ofMillis(5));
    }

    @Test
    void inputWhenItIsALineAPasteOrAControlKeyIsNotMeasured() {
        for (String text : List.of("\r", "ls -l", "\u0003", "\u007f")) {
            echo.input(input("a"), START);
            echo.input(input(text), START + 1);
            echo.output(OUTPUT, START + 5_000_000);
        }
        assertThat(times).isEmpty();
    }

    @Test
    void keyWhenNothingIsShownForLongIsNotMeasured() {
        echo.input(input("a"), START);
        echo.output(OUTPUT, START + 2_000_000_000L);
        echo.output(OUTPUT, START + 2_000_000_001L);
        assertThat(times).isEmpty();
    }

    @Test
    void framesWhenTheyAreNeitherInputNorOutputAreNotMeasured() {
        echo.input(new byte[] {0x03, 'a'}, START);
        echo.output(OUTPUT, START + 5);
        echo.input(input("a"), START);
        echo.output(new byte[] {0x15, 'a'}, START + 5);
        assertThat(times).isEmpty();
    }

    private static byte[] input(String text) {
        byte[] frame = new byte[text.length() + 1];
        frame[0] = 0x02;
        for (int i = 0; i < text.length(); i++) {
            frame[i + 1] = (byte) text.charAt(i);
        }
        return frame;
    }
}
