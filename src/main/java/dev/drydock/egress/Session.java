package dev.drydock.egress;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One connection of a machine. The machine's end, which is out of its learner's reach, begins with a line that says what it is:
 *
 * <ul>
 *   <li>{@code DNS}: a query with its length before it (two bytes), to be answered alike;
 *   <li>{@code TCP ADDRESS PORT}: a program in the machine has connected to that. Where the address stands for a name, its bytes are carried to that
 *       name; otherwise it is the proxy's own, and a CONNECT request follows.
 * </ul>
 */
final class Session {

    private static final Pattern TCP = Pattern.compile("TCP ([0-9.]{7,15}) ([0-9]{1,5})");
    private static final int LONGEST_LINE = 64;
    private static final int HTTP = 80;
    private static final byte[] ESTABLISHED =
            "HTTP/1.1 200 Connection established\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final SocketChannel machine;
    private final Input input;
    private final Account account;
    private final EgressServer.Service service;

    Session(SocketChannel machine, Account account, EgressServer.Service service) {
        this.machine = machine;
        this.input = new Input(machine);
        this.account = account;
        this.service = service;
    }

    /** Until the connection has ended. What is wrong with it is the machine's own affair. */
    void run() throws InterruptedException {
        try (machine) {
            serve();
        } catch (IOException | Refused ended) {
            return;
        }
    }

    private void serve() throws IOException, Refused, InterruptedException {
        String line;
        try (var _ = service.watch()
                .over(machine, service.limits().head(), service.limits().head())) {
            line = input.until("\n", LONGEST_LINE);
            if (line.equals("DNS")) {
                answerQuery();
                return;
            }
        }
        Matcher tcp = TCP.matcher(line);
        if (!tcp.matches()) {
            throw new Refused(Refusal.REQUEST, line);
        }
        InetAddress address = InetAddress.ofLiteral(tcp.group(1));
        int port = Integer.parseInt(tcp.group(2));
        int number = ByteBuffer.wrap(((Inet4Address) address).getAddress()).getInt();
        if (Names.isOurs(number)) {
            carry(number, port);
        } else {
            connect();
        }
    }

    private void answerQuery() throws IOException {
        int length = ByteBuffer.wrap(input.bytes(2)).getShort() & 0xffff;
        if (length > Dns.LONGEST_QUERY) {
            return;
        }
        Optional<byte[]> answer = service.dns().answer(input.bytes(length), account);
        if (answer.isPresent()) {
            byte[] bytes = answer.get();
            write(ByteBuffer.allocate(2 + bytes.length)
                    .putShort((short) bytes.length)
                    .put(bytes)
                    .array());
        }
    }

    /** A program in the machine speaks to a name and knows nothing of a proxy; a refusal has to be in its own language. */
    private void carry(int number, int port) throws IOException, InterruptedException {
        try {
            String name = account.names()
                    .nameOf(number)
                    .orElseThrow(() -> new Refused(Refusal.UNKNOWN, "(forgotten meanwhile; ask again)"));
            relay(new Target.Name(name), port, new byte[0]);
        } catch (Refused refused) {
            refuse(port == HTTP ? Answers.page(refused) : Answers.accessDenied());
        }
    }

    private void connect() throws IOException, InterruptedException {
        try {
            ConnectRequest request;
            try (var _ = service.watch()
                    .over(machine, service.limits().head(), service.limits().head())) {
                request = ConnectRequest.parse(input.until("\r\n\r\n", ConnectRequest.LONGEST));
            }
            relay(request.target(), request.port(), ESTABLISHED);
        } catch (Refused refused) {
            refuse(Answers.page(refused));
        }
    }

    private void relay(Target target, int port, byte[] greeting) throws IOException, Refused, InterruptedException {
        if (!account.connections().tryAcquire()) {
            throw new Refused(Refusal.MANY, Integer.toString(service.limits().connections()));
        }
        try (SocketChannel host = service.dialer().dial(target, port, account.lookups());
                Watch.Watched alive = service.watch()
                        .over(
                                () -> closeBoth(host),
                                service.limits().silence(),
                                service.limits().total())) {
            write(greeting);
            while (input.rest().hasRemaining()) {
                host.write(input.rest());
            }
            new Relay(machine, host, account.bandwidth(), alive).run();
        } finally {
            account.connections().release();
        }
    }

    private void closeBoth(SocketChannel host) {
        Watch.closeQuietly(machine);
        Watch.closeQuietly(host);
    }

    /** Says it, and then waits for the other side to have read it: closed at once, a connection loses what was said last. */
    private void refuse(byte[] answer) throws IOException {
        try (var _ = service.watch()
                .over(machine, service.limits().head(), service.limits().head())) {
            write(answer);
            machine.shutdownOutput();
            ByteBuffer waste = ByteBuffer.allocate(4096);
            while (machine.read(waste) >= 0) {
                waste.clear();
            }
        }
    }

    private void write(byte[] bytes) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
            machine.write(left);
        }
    }
}
