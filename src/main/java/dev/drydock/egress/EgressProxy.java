package dev.drydock.egress;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.security.Security;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.net.ExtendedSocketOptions;

/**
 * Runs the proxy, by what its environment says: {@code SOCKET} (a path), {@code OWN}, {@code ALLOWED} and {@code NEIGHBOURS} (parts of the
 * addresses, with commas), {@code PORTS}, {@code CONNECTIONS}, {@code EVERYWHERE}, {@code BANDWIDTH} (bytes per second), {@code SILENCE} and
 * {@code TOTAL} (seconds). All of them must be there.
 */
public final class EgressProxy {

    private static final Duration HEAD = Duration.ofSeconds(10);
    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** Shorter than {@link #HEAD}, so that it is said that nobody answers. */
    private static final Duration LOOKUP = Duration.ofSeconds(8);

    private static final int LOOKUPS = 64;
    private static final int FIRST_MACHINE = 2_070_000;
    private static final int LAST_MACHINE = 2_169_999;

    private EgressProxy() {}

    /** Ends only when it is ended. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        // A name that has been asked for and is then connected to need not be looked up twice; nothing relies on it.
        Security.setProperty("networkaddress.cache.ttl", "10");
        // What is kept of a failure does not tell whether there was no name or no answer.
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
        Map<String, String> environment = System.getenv();
        try (EgressServer server =
                new EgressServer(Path.of(word(environment, "SOCKET")), service(environment), EgressProxy::machineOf)) {
            server.run();
        }
    }

    static EgressServer.Service service(Map<String, String> environment) {
        AddressRules rules = new AddressRules(
                Prefix.parseList(word(environment, "OWN")),
                Prefix.parseList(word(environment, "ALLOWED")),
                Prefix.parseList(word(environment, "NEIGHBOURS")));
        Set<Integer> ports = Arrays.stream(word(environment, "PORTS").split(","))
                .map(Integer::valueOf)
                .collect(Collectors.toSet());
        Lookups lookups = new Lookups(Resolver.system(), LOOKUPS, LOOKUP);
        return new EgressServer.Service(
                new Dialer(rules, lookups, ports, CONNECT),
                new Dns(lookups),
                new Watch(Duration.ofSeconds(1)),
                new EgressServer.Limits(
                        (int) number(environment, "CONNECTIONS"),
                        (int) number(environment, "EVERYWHERE"),
                        number(environment, "BANDWIDTH"),
                        HEAD,
                        Duration.ofSeconds(number(environment, "SILENCE")),
                        Duration.ofSeconds(number(environment, "TOTAL"))));
    }

    /** A uid that has no name is told as a number. */
    private static int machineOf(SocketChannel connection) throws IOException {
        String user =
                connection.getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName();
        if (!user.matches("[0-9]{7}")) {
            return -1;
        }
        int uid = Integer.parseInt(user);
        return uid >= FIRST_MACHINE && uid <= LAST_MACHINE ? uid : -1;
    }

    private static long number(Map<String, String> environment, String name) {
        long number = Long.parseLong(word(environment, name));
        if (number < 1) {
            throw new IllegalArgumentException(name + " is " + number + ". Give 1 or more.");
        }
        return number;
    }

    private static String word(Map<String, String> environment, String name) {
        String word = environment.get(name);
        if (word == null) {
            throw new IllegalArgumentException(name + " is not in the environment. Drydock's server sets it.");
        }
        return word;
    }
}
