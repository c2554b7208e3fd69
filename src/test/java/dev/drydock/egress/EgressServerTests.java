package dev.drydock.egress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The proxy at its own socket, with hosts of this computer that count as public, and others that do not. */
@Timeout(60)
class EgressServerTests {

    private static final InetAddress PUBLIC = InetAddress.ofLiteral("127.0.0.2");
    private static final InetAddress PRIVATE = InetAddress.ofLiteral("127.0.0.3");
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(300);

    @TempDir
    Path directory;

    private final Map<String, Queue<InetAddress>> names = new ConcurrentHashMap<>();
    private final AtomicInteger machine = new AtomicInteger(2_070_000);
    private final List<AutoCloseable> open = new ArrayList<>();
    private EchoHost host;
    private EchoHost hidden;

    @BeforeEach
    void begin() throws IOException {
        host = EchoHost.at(PUBLIC, 0);
        hidden = EchoHost.at(PRIVATE, host.port());
        open.add(host);
        open.add(hidden);
    }

    @AfterEach
    void end() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    @Test
    void connectionToANameIsCarriedBothWaysToItsEnd() throws IOException {
        serve(limits(4, LONG, LONG, LONG));
        addressesOf("example.com", PUBLIC);
        try (SocketChannel connection = byName("example.com")) {
            write(connection, "hello");
            connection.shutdownOutput();
            assertThat(readAll(connection)).isEqualTo("hello");
        }
    }

    @Test
    void connectRequestIsAnsweredAndThenCarried() throws IOException {
        serve(limits(4, LONG, LONG, LONG));
        addressesOf("example.com", PUBLIC);
        try (SocketChannel connection = explicit("CONNECT example.com:%d HTTP/1.1\r\nHost: example.com\r\n\r\nearly")) {
            connection.shutdownOutput();
            assertThat(readAll(connection)).isEqualTo("HTTP/1.1 200 Connection established\r\n\r\nearly");
        }
    }

    @Test
    void connectionWhenTheNameMeansAnotherAddressAMomentLaterGoesNowhere() throws IOException {
        serve(limits(4, LONG, LONG, LONG));
        // The query finds a public address; the connection asks again, and finds a private one.
        addressesOf("rebind.example", PUBLIC, PRIVATE);
        try (SocketChannel connection = byName("rebind.example")) {
            write(connection, "hello");
            assertThat(readAll(connection)).isEqualTo(text(Answers.accessDenied()));
        }
        assertThat(hidden.visitors()).hasValue(0);
    }

    @Test
    void connectionWhenTheNameChangesAfterTheCheckGoesToWhatWasChecked() throws IOException {
        serve(limits(4, LONG, LONG, LONG));
        // The query, the check, and whatever else might look it up.
        addressesOf("rebind.example", PUBLIC, PUBLIC, PRIVATE);
        try (SocketChannel connection = byName("rebind.example")) {
            write(connection, "hello");
            connection.shutdownOutput();
            assertThat(readAll(connection)).isEqualTo("hello");
        }
        assertThat(hidden.visitors()).hasValue(0);
        assertThat(host.visitors()).hasValue(1);
    }

    @Test
    void connectionWhenTheNameHasBothGoesToThePublicAddressOnly() throws IOException {
        serve(limits(4, LONG, LONG, LONG));
        hosts(name -> List.of(PRIVATE, PUBLIC));
        for (int i = 0; i < 5; i++) {
            try (SocketChannel connection = byName("both.example")) {
                write(connection, "hello");
                connection.shutdownOutput();
                assertThat(readAll(connection)).isEqualTo("hello");
            }
        }
        assertThat(hidden.visitors()).hasValue(0);
        assertThat(host.visitors()).hasValue(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONNECT 127.0.0.3:%d HTTP/1.1\r\n\r\n",
                "CONNECT [::ffff:127.0.0.3]:%d HTTP/1.1\r\n\r\n",
                "CONNECT private.example:%d HTTP/1.1\r\n\r\n",
                "CONNECT private.example.:%d HTTP/1.1\r\n\r\n",
                "CONNECT 127.3:%d HTTP/1.1\r\n\r\n",
                "CONNECT 2130706435:%d HTTP/1.1\r\n\r\n",
                "CONNECT 0x7f.0.0.3:%d HTTP/1.1\r\n\r\n",
                "CONNECT 0177.0.0.3:%d HTTP/1.1\r\n\r\n",
                "CONNECT localhost:%d HTTP/1.1\r\n\r\n",
                "CONNECT private.example:%d HTTP/1.1\r\nHost: example.com\r\n\r\n",
                "GET http://private.example:%d/ HTTP/1.1\r\nHost: example.com\r\n\r\n",
                "CONNECT example.com:1 HTTP/1.1\r\n\r\nCONNECT private.example:%d HTTP/1.1\r\n\r\n",
                "CONNECT example.com:1 HTTP/1.1\nCONNECT private.example:%d HTTP/1.1\r\n\r\n",
            })
    void connectRequestToWhatIsNotPublicIsAnsweredWithWordsAndGoesNowhere(String request) throws IOException {
        serve(limits(4, LONG, LONG, LONG));
        addressesOf("private.example", PRIVATE);
        addressesOf("example.com", PUBLIC);
        try (SocketChannel connection = explicit(request)) {
            assertThat(readAll(connection)).matches("(?s)HTTP/1\\.1 (400|403|405|502) \\w.*Content-Length: .*");
        }
        assertThat(hidden.visitors()).hasValue(0);
    }

    @Test
    void refusalOnThePortOfHttpIsAPageInBothLanguages() throws IOException {
        serve(limits(4, LONG, LONG, LONG));
        addressesOf("intranet.example", PRIVATE);
        try (SocketChannel connection = byName("intranet.example", 80)) {
            write(connection, "GET / HTTP/1.1\r\nHost: intranet.example\r\n\r\n");
            assertThat(readAll(connection))
                    .startsWith("HTTP/1.1 403 This port is not open to machines\r\n")
                    .contains("drydock.internet.ports", "80 번 포트");
        }
    }

    @Test
    void connectionsWhenAMachineHasAllItMayHaveAreRefusedAndAnotherMachineIsNot() throws IOException {
        serve(limits(2, LONG, LONG, LONG));
        addressesOf("example.com", PUBLIC);
        SocketChannel first = echoing(byName("example.com"));
        SocketChannel second = echoing(byName("example.com"));
        try (first;
                second;
                SocketChannel third = explicit("CONNECT example.com:%d HTTP/1.1\r\n\r\n")) {
            assertThat(readAll(third)).startsWith("HTTP/1.1 429 ").contains("(2)");
            machine.incrementAndGet();
            echoing(byName("example.com")).close();
        }
    }

    @Test
    void sessionsWhenAMachineNeverSaysAnythingKeepNoOtherMachineOut() throws IOException {
        serve(limits(2, LONG, LONG, LONG));
        addressesOf("example.com", PUBLIC);
        int most = 2 * 2 + 8;
        List<SocketChannel> silent = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            SocketChannel one = connect();
            one.configureBlocking(false);
            silent.add(one);
        }
        open.addAll(silent);
        while (silent.size() > most) {
            silent.removeIf(EgressServerTests::isEnded);
            Thread.onSpinWait();
        }
        machine.incrementAndGet();
        echoing(byName("example.com")).close();
    }

    @Test
    void requestThatComesByteByByteIsEnded() throws IOException, InterruptedException {
        serve(limits(4, SHORT, LONG, LONG));
        try (SocketChannel connection = explicit("CONNECT example.com")) {
            // Each byte would count as a sign of life, if it were one.
            Thread slow = Thread.ofVirtual().start(() -> {
                try {
                    while (true) {
                        write(connection, "x");
                        Thread.sleep(20);
                    }
                } catch (IOException | InterruptedException ended) {
                    return;
                }
            });
            assertThat(readAll(connection)).isEmpty();
            slow.join();
        }
    }

    @Test
    void requestThatNeverEndsIsRefused() throws IOException {
        serve(limits(4, LONG, LONG, LONG));
        try (SocketChannel connection =
                explicit("CONNECT example.com:443 HTTP/1.1\r\nA: " + "x".repeat(ConnectRequest.LONGEST))) {
            assertThat(readAll(connection)).startsWith("HTTP/1.1 400 ").contains("longer than");
        }
    }

    @Test
    void connectionOnWhichNothingMovesIsEnded() throws IOException {
        serve(limits(4, LONG, SHORT, LONG));
        addressesOf("example.com", PUBLIC);
        try (SocketChannel connection = byName("example.com")) {
            assertThat(readAll(connection)).isEmpty();
        }
    }

    @Test
    void connectionThatLastsForTooLongIsEndedThoughItIsInUse() throws IOException, InterruptedException {
        serve(limits(4, LONG, LONG, SHORT));
        addressesOf("example.com", PUBLIC);
        try (SocketChannel connection = byName("example.com")) {
            Thread busy = Thread.ofVirtual().start(() -> {
                try {
                    while (true) {
                        write(connection, "x");
                        Thread.sleep(20);
                    }
                } catch (IOException | InterruptedException ended) {
                    return;
                }
            });
            assertThat(readAll(connection)).matches("x+");
            busy.join();
        }
    }

    @Test
    void whoIsNoMachineIsNotServed() throws IOException {
        serve(limits(4, LONG, LONG, LONG));
        machine.set(-1);
        try (SocketChannel connection = connect()) {
            assertThat(readAll(connection)).isEmpty();
        }
    }

    private EgressServer.Limits limits(int connections, Duration head, Duration silence, Duration total) {
        return new EgressServer.Limits(connections, 100, 100_000_000, head, silence, total);
    }

    private Resolver resolver = name -> {
        Queue<InetAddress> addresses = names.get(name);
        if (addresses == null) {
            throw new UnknownHostException(name);
        }
        // The last one stays.
        InetAddress address = addresses.size() > 1 ? addresses.remove() : addresses.element();
        return List.of(address);
    };

    private void hosts(Resolver other) {
        resolver = other;
    }

    private void addressesOf(String name, InetAddress... addresses) {
        names.put(name, new ArrayDeque<>(List.of(addresses)));
    }

    private void serve(EgressServer.Limits limits) throws IOException {
        AddressRules rules = new AddressRules(List.of(), List.of(new Prefix(PUBLIC, 32)), List.of());
        Lookups current = new Lookups(name -> resolver.resolve(name), 8, LONG);
        EgressServer server = new EgressServer(
                socket(),
                new EgressServer.Service(
                        new Dialer(rules, current, Set.of(host.port()), Duration.ofSeconds(5)),
                        new Dns(current),
                        new Watch(Duration.ofMillis(20)),
                        limits),
                connection -> machine.get());
        open.add(server);
        Thread.ofPlatform().daemon().start(() -> {
            try {
                server.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private Path socket() {
        return directory.resolve("egress.sock");
    }

    private SocketChannel connect() throws IOException {
        SocketChannel connection = SocketChannel.open(StandardProtocolFamily.UNIX);
        connection.connect(UnixDomainSocketAddress.of(socket()));
        return connection;
    }

    /** As a program does that asks for a name and then connects to what it is told. */
    private SocketChannel byName(String name) throws IOException {
        return byName(name, host.port());
    }

    private SocketChannel byName(String name, int port) throws IOException {
        InetAddress address;
        try (SocketChannel query = connect()) {
            write(query, "DNS\n");
            ByteBuffer question = question(name);
            query.write(ByteBuffer.allocate(2)
                    .putShort((short) question.remaining())
                    .flip());
            query.write(question);
            byte[] answer = Channels.newInputStream(query).readAllBytes();
            byte[] last = new byte[4];
            System.arraycopy(answer, answer.length - 4, last, 0, 4);
            address = InetAddress.getByAddress(last);
        }
        return going(new InetSocketAddress(address, port), "");
    }

    /** As a program does that knows the proxy. */
    private SocketChannel explicit(String request) throws IOException {
        return going(
                new InetSocketAddress(InetAddress.ofLiteral("172.16.0.3"), 5998),
                request.replace("%d", "" + host.port()));
    }

    private SocketChannel going(InetSocketAddress wanted, String first) throws IOException {
        SocketChannel connection = connect();
        write(connection, "TCP " + wanted.getAddress().getHostAddress() + " " + wanted.getPort() + "\n" + first);
        return connection;
    }

    /** Shows that it is carried: one byte comes back. */
    private static SocketChannel echoing(SocketChannel connection) throws IOException {
        write(connection, "x");
        assertThat(Channels.newInputStream(connection).read()).isEqualTo('x');
        return connection;
    }

    private static boolean isEnded(SocketChannel connection) {
        try {
            return connection.read(ByteBuffer.allocate(1)) < 0;
        } catch (IOException reset) {
            return true;
        }
    }

    private static ByteBuffer question(String name) {
        ByteBuffer out = ByteBuffer.allocate(512);
        out.putInt(0x12340100).putInt(0x00010000).putInt(0);
        for (String label : name.split("\\.")) {
            out.put((byte) label.length()).put(label.getBytes(StandardCharsets.ISO_8859_1));
        }
        return out.put((byte) 0).putInt(0x00010001).flip();
    }

    private static void write(SocketChannel connection, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
        while (bytes.hasRemaining()) {
            connection.write(bytes);
        }
    }

    private static String readAll(SocketChannel connection) throws IOException {
        return new String(Channels.newInputStream(connection).readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
