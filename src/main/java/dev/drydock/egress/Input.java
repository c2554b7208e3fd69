package dev.drydock.egress;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** What a machine says before bytes are carried. What comes too early is kept. */
final class Input {

    private static final int PIECE = 512;

    private final SocketChannel channel;
    private final ByteBuffer read = ByteBuffer.allocate(PIECE).limit(0);

    Input(SocketChannel channel) {
        this.channel = channel;
    }

    /** So many bytes. */
    byte[] bytes(int count) throws IOException {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = next();
        }
        return bytes;
    }

    /**
     * Everything up to an end, without it.
     *
     * @param most how many bytes, the end included
     * @throws Refused where there is no end by then
     */
    String until(String end, int most) throws IOException, Refused {
        StringBuilder text = new StringBuilder();
        while (text.length() < most) {
            text.append((char) (next() & 0xff));
            if (text.length() >= end.length() && text.lastIndexOf(end) == text.length() - end.length()) {
                return text.substring(0, text.length() - end.length());
            }
        }
        throw new Refused(Refusal.REQUEST, "it is longer than " + most + " bytes");
    }

    /** What has come beyond that. */
    ByteBuffer rest() {
        return read;
    }

    private byte next() throws IOException {
        if (!read.hasRemaining()) {
            read.clear();
            int count = channel.read(read);
            read.flip();
            if (count < 0) {
                throw new EOFException("The machine said no more");
            }
        }
        return read.get();
    }
}
