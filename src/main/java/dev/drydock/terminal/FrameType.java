package dev.drydock.terminal;

import dev.drydock.machine.Shell;
import java.nio.ByteBuffer;

/** The frames of docs/terminal-protocol.md, and the rules for those that a browser may send. */
enum FrameType {
    OPEN(0x01),
    INPUT(0x02),
    RESIZE(0x03),
    DRAWN(0x04),
    OPENED(0x11),
    OUTPUT(0x12),
    EXITED(0x13),
    REPLACED(0x14),
    TAKEN(0x15),
    NOTICE(0x21),
    ALIVE(0x22);

    private static final int MOST_CELLS = 1_000;
    private static final int MOST_INPUT = 16_384;

    private final byte code;

    FrameType(int code) {
        this.code = (byte) code;
    }

    byte code() {
        return code;
    }

    boolean is(byte[] frame) {
        return frame[0] == code;
    }

    /**
     * What kind of frame a browser has sent.
     *
     * @throws ProtocolViolation if it is none that a browser may send, or not as it must be
     */
    static FrameType ofBrowser(byte[] frame) {
        if (frame.length == 0) {
            throw new ProtocolViolation("an empty frame");
        }
        if (frame.length > Shell.LARGEST_FRAME) {
            throw new ProtocolViolation("a frame of " + frame.length + " bytes");
        }
        ByteBuffer payload = ByteBuffer.wrap(frame, 1, frame.length - 1);
        return switch (frame[0]) {
            case 0x01 -> {
                requireLength("OPEN", payload, 20);
                requireCells("OPEN", payload);
                yield OPEN;
            }
            case 0x02 -> {
                if (payload.remaining() < 1 || payload.remaining() > MOST_INPUT) {
                    throw new ProtocolViolation("INPUT of " + payload.remaining() + " bytes");
                }
                yield INPUT;
            }
            case 0x03 -> {
                requireLength("RESIZE", payload, 4);
                requireCells("RESIZE", payload);
                yield RESIZE;
            }
            case 0x04 -> {
                requireLength("DRAWN", payload, 8);
                yield DRAWN;
            }
            default -> throw new ProtocolViolation("a frame of type " + (frame[0] & 0xff));
        };
    }

    private static void requireLength(String name, ByteBuffer payload, int length) {
        if (payload.remaining() != length) {
            throw new ProtocolViolation(name + " of " + payload.remaining() + " bytes instead of " + length);
        }
    }

    private static void requireCells(String name, ByteBuffer payload) {
        int columns = Short.toUnsignedInt(payload.getShort());
        int rows = Short.toUnsignedInt(payload.getShort());
        if (columns < 1 || columns > MOST_CELLS || rows < 1 || rows > MOST_CELLS) {
            throw new ProtocolViolation(name + " with " + columns + " columns and " + rows + " rows");
        }
    }
}
