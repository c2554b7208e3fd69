package dev.drydock.egress;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Takes connections at a unix socket. Which machine one comes from is told by the kernel: each machine's outer side has a host uid that
 * nothing else has.
 */
final class EgressServer implements AutoCloseable {

    private static final int BACKLOG = 256;
    private static final Duration ACCOUNT_KEPT = Duration.ofHours(1);

    private final Service service;
    private final Peers peers;
    private final ServerSocketChannel socket;
    private final Semaphore room;
    private final Accounts accounts;

    /** Who has connected. */
    interface Peers {

        /** The machine's host uid, or -1 where it is no machine. */
        int machineOf(SocketChannel connection) throws IOException;
    }

    /**
     * What one machine may use, and how long it is waited for.
     *
     * @param connections at the same time
     * @param everywhere the same, of all machines together, refused ones and queries included
     * @param bandwidth bytes per second, both directions together
     * @param head how long a request may take to come in
     * @param silence after which a connection is ended
     * @param total after which a connection is ended though it is in use
     */
    record Limits(int connections, int everywhere, long bandwidth, Duration head, Duration silence, Duration total) {}

    /** What all connections share. */
    record Service(Dialer dialer, Dns dns, Watch watch, Limits limits) {}

    /** Listens at that path from now on, and takes nobody yet. */
    EgressServer(Path path, Service service, Peers peers) throws IOException {
        this.service = service;
        this.peers = peers;
        this.accounts = new Accounts(this::newAccount, ACCOUNT_KEPT, System::nanoTime);
        this.room = new Semaphore(service.limits().everywhere());
        Files.deleteIfExists(path);
        this.socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        socket.bind(UnixDomainSocketAddress.of(path), BACKLOG);
        // Every machine comes as somebody else; who can see the socket at all is decided by who has its volume.
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw-rw-"));
    }

    /** Takes connections until it is closed. */
    void run() throws InterruptedException {
        while (true) {
            room.acquire();
            try {
                SocketChannel connection = socket.accept();
                Thread.ofVirtual().name("session").start(() -> serve(connection));
            } catch (IOException e) {
                room.release();
                if (!socket.isOpen()) {
                    return;
                }
            }
        }
    }

    private void serve(SocketChannel connection) {
        try (connection) {
            int machine = peers.machineOf(connection);
            if (machine >= 0) {
                serve(connection, machine);
            }
        } catch (IOException gone) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            room.release();
        }
    }

    private void serve(SocketChannel connection, int machine) throws InterruptedException {
        Optional<Account> account = accounts.enter(machine);
        if (account.isEmpty()) {
            return;
        }
        try {
            new Session(connection, account.get(), service).run();
        } finally {
            accounts.leave(machine);
        }
    }

    private Account newAccount() {
        return Account.with(service.limits().connections(), service.limits().bandwidth());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
