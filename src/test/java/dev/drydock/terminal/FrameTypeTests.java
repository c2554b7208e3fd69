package dev.drydock.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of docs/terminal-protocol.md for what a browser sends. */
class FrameTypeTests {

    @ParameterizedTest
    @CsvSource({"1,1", "1000,1000", "80,24", "1,1000", "1000,1"})
    void ofBrowserWhenCellsAreWithinLimitsReturnsOpenAndResize(int columns, int rows) {
        assertThat(FrameType.ofBrowser(open(columns, rows))).isEqualTo(FrameType.OPEN);
        assertThat(FrameType.ofBrowser(resize(columns, rows))).isEqualTo(FrameType.RESIZE);
    }

    @ParameterizedTest
    @CsvSource({"0,24", "80,0", "1001,24", "80,1001", "65535,65535", "0,0"})
    void ofBrowserWhenCellsAreBeyondLimitsRefuses(int columns, int rows) {
        assertRefused(open(columns, rows), "OPEN with " + columns + " columns and " + rows + " rows");
        assertRefused(resize(columns, rows), "RESIZE with " + columns + " columns and " + rows + " rows");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 19, 21, 4, 65_535})
    void ofBrowserWhenOpenHasAnotherLengthRefuses(int length) {
        assertRefused(frame(0x01, length), "OPEN of " + length + " bytes instead of 20");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 5, 20})
    void ofBrowserWhenResizeHasAnotherLengthRefuses(int length) {
        assertRefused(frame(0x03, length), "RESIZE of " + length + " bytes instead of 4");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 9})
    void ofBrowserWhenDrawnHasAnotherLengthRefuses(int length) {
        assertRefused(frame(0x04, length), "DRAWN of " + length + " bytes instead of 8");
    }

    @Test
    void ofBrowserWhenDrawnHasItsLengthReturnsDrawn() {
        assertThat(FrameType.ofBrowser(frame(0x04, 8))).isEqualTo(FrameType.DRAWN);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 16_383, 16_384})
    void ofBrowserWhenInputIsWithinLimitsReturnsInput(int length) {
        assertThat(FrameType.ofBrowser(frame(0x02, length))).isEqualTo(FrameType.INPUT);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16_385, 65_535})
    void ofBrowserWhenInputIsBeyondLimitsRefuses(int length) {
        assertRefused(frame(0x02, length), "INPUT of " + length + " bytes");
    }

    @Test
    void ofBrowserWhenFrameIsEmptyOrTooLargeRefuses() {
        assertRefused(new byte[0], "an empty frame");
        assertRefused(frame(0x02, 65_536), "a frame of 65537 bytes");
    }

    @Test
    void ofBrowserWhenTypeIsNoneOfABrowsersRefuses() {
        IntStream.rangeClosed(0, 255)
                .filter(type -> type < 0x01 || type > 0x04)
                .forEach(type -> assertRefused(frame(type, 8), "a frame of type " + type));
    }

    @Test
    void codesAreThoseOfTheProtocolAndEachIsItsOwn() {
        Set<Integer> codes = Arrays.stream(FrameType.values())
                .map(type -> type.code() & 0xff)
                .collect(Collectors.toSet());
        assertThat(codes).containsExactlyInAnyOrder(0x01, 0x02, 0x03, 0x04, 0x11, 0x12, 0x13, 0x14, 0x15, 0x21, 0x22);
        assertThat(FrameType.EXITED.is(frame(0x13, 4))).isTrue();
        assertThat(FrameType.EXITED.is(frame(0x14, 0))).isFalse();
    }

    /** A close reason has at most 123 bytes; a longer one would be an error of its own. */
    @Test
    void reasonsFitIntoACloseFrame() {
        assertThatThrownBy(() -> FrameType.ofBrowser(open(65_535, 65_535)))
                .satisfies(e -> assertThat(String.valueOf(e.getMessage())).hasSizeLessThanOrEqualTo(123));
    }

    private static void assertRefused(byte[] frame, String what) {
        assertThatThrownBy(() -> FrameType.ofBrowser(frame))
                .isInstanceOf(ProtocolViolation.class)
                .hasMessageStartingWith(what + " ")
                .hasMessageContaining("reload the page");
    }

    private static byte[] open(int columns, int rows) {
        return ByteBuffer.allocate(21)
                .put((byte) 0x01)
                .putShort((short) columns)
                .putShort((short) rows)
                .array();
    }

    private static byte[] resize(int columns, int rows) {
        return ByteBuffer.allocate(5)
                .put((byte) 0x03)
                .putShort((short) columns)
                .putShort((short) rows)
                .array();
    }

    /** A frame of this type with so many bytes of payload. */
    private static byte[] frame(int type, int length) {
        byte[] frame = new byte[1 + length];
        frame[0] = (byte) type;
        return frame;
    }
}
