package dev.drydock.internet;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.function.Function;

/**
 * Where the host itself is, as far as this process sees: machines must not get there, and public addresses would not tell.
 *
 * @param own its addresses
 * @param neighbours the networks that it is in, such as {@code 192.0.2.7/24}
 */
record HostAddresses(List<String> own, List<String> neighbours) {

    HostAddresses {
        own = List.copyOf(own);
        neighbours = List.copyOf(neighbours);
    }

    /** As it is now. */
    static HostAddresses ofThisHost() {
        return new HostAddresses(
                all(HostAddresses::text),
                // A prefix of no length belongs to a cable between two, and says nothing of who else is there.
                all(address -> text(address)
                        + (address.getNetworkPrefixLength() > 0 ? "/" + address.getNetworkPrefixLength() : "")));
    }

    private static String text(InterfaceAddress address) {
        InetAddress plain = address.getAddress();
        String text = plain.getHostAddress();
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }

    private static List<String> all(Function<InterfaceAddress, String> what) {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(one -> one.getInterfaceAddresses().stream())
                    .map(what)
                    .distinct()
                    .toList();
        } catch (SocketException e) {
            throw new UncheckedIOException(
                    "The host's own addresses cannot be found out, and without them no machine gets to the internet",
                    e);
        }
    }
}
