package dev.drydock.egress;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;

/**
 * Connects to targets. A name is looked up once, each of its addresses is checked, and the connection is made to the very address that was
 * checked: it does not matter what the name means a moment later.
 *
 * @param ports those that may be connected to
 * @param patience how long one address is tried
 */
record Dialer(AddressRules rules, Lookups lookups, Set<Integer> ports, Duration patience) {

    private static final int TRIED = 3;

    Dialer {
        ports = Set.copyOf(ports);
    }

    /** @param permits the machine's, to look names up */
    SocketChannel dial(Target target, int port, Semaphore permits) throws Refused {
        if (!ports.contains(port)) {
            throw new Refused(Refusal.PORT, Integer.toString(port));
        }
        String host = host(target);
        List<InetAddress> addresses = addresses(target, permits).stream()
                .filter(rules::allow)
                .limit(TRIED)
                .toList();
        if (addresses.isEmpty()) {
            throw new Refused(Refusal.ADDRESS, host);
        }
        for (InetAddress address : addresses) {
            try {
                return connect(new InetSocketAddress(address, port));
            } catch (IOException tryTheNext) {
                continue;
            }
        }
        throw new Refused(Refusal.SILENT, host);
    }

    private static String host(Target target) {
        return switch (target) {
            case Target.Name(String name) -> name;
            case Target.Literal(InetAddress address) -> address.getHostAddress();
        };
    }

    private List<InetAddress> addresses(Target target, Semaphore permits) throws Refused {
        return switch (target) {
            case Target.Literal(InetAddress address) -> List.of(address);
            case Target.Name(String name) -> {
                try {
                    yield lookups.resolve(name, permits);
                } catch (UnknownHostException e) {
                    throw new Refused(Refusal.UNKNOWN, name);
                } catch (UnansweredException e) {
                    throw new Refused(Refusal.UNANSWERED, name);
                }
            }
        };
    }

    private SocketChannel connect(InetSocketAddress address) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.socket().connect(address, (int) patience.toMillis());
            channel.socket().setTcpNoDelay(true);
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }
}
