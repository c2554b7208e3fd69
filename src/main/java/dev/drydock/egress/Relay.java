package dev.drydock.egress;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * Carries bytes both ways between a machine and a host until both have ended, or one breaks.
 *
 * @param bandwidth for both directions together
 * @param alive touched with every piece that was carried
 */
record Relay(SocketChannel machine, SocketChannel host, TokenBucket bandwidth, Watch.Watched alive) {

    private static final int PIECE = 16 * 1024;

    void run() throws InterruptedException {
        Thread back = Thread.ofVirtual().name("relay-back").start(() -> carry(host, machine));
        carry(machine, host);
        back.join();
    }

    private void carry(SocketChannel from, SocketChannel to) {
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        try {
            while (from.read(piece) >= 0) {
                bandwidth.take(piece.position());
                piece.flip();
                while (piece.hasRemaining()) {
                    to.write(piece);
                    alive.touch();
                }
                piece.clear();
            }
            to.shutdownOutput();
        } catch (IOException | InterruptedException broken) {
            Watch.closeQuietly(from);
            Watch.closeQuietly(to);
        }
    }
}
