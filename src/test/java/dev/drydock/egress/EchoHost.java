package dev.drydock.egress;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Says what it was told, and counts who came. */
record EchoHost(ServerSocket socket, AtomicInteger visitors) implements AutoCloseable {

    static EchoHost at(InetAddress address, int port) throws IOException {
        EchoHost echo = new EchoHost(new ServerSocket(port, 50, address), new AtomicInteger());
        Thread.ofVirtual().start(echo::serve);
        return echo;
    }

    private void serve() {
        while (true) {
            try {
                Socket visitor = socket.accept();
                visitors.incrementAndGet();
                Thread.ofVirtual().start(() -> repeat(visitor));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void repeat(Socket visitor) {
        try (visitor) {
            visitor.getInputStream().transferTo(visitor.getOutputStream());
        } catch (IOException gone) {
            return;
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
