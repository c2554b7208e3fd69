package dev.drydock.egress;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Which addresses are on the internet. Of IPv4 that is everything but what has a special purpose; of IPv6 only global unicast, less
 * what has a special purpose or carries an IPv4 address that the host might unwrap.
 *
 * @param own addresses of the host itself: never allowed
 * @param allowed allowed although one of the other rules refuses them
 * @param neighbours the networks that the host is in: refused
 */
record AddressRules(List<Prefix> own, List<Prefix> allowed, List<Prefix> neighbours) {

    private static final List<Prefix> SPECIAL = prefixes(
            "0.0.0.0/8", // this network
            "10.0.0.0/8", // private
            "100.64.0.0/10", // carrier-grade NAT, and metadata of some clouds
            "127.0.0.0/8", // loopback
            "168.63.129.16/32", // the host of a virtual machine at Azure
            "169.254.0.0/16", // link-local, and metadata of most clouds
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocol assignments
            "192.0.2.0/24", // documentation
            "192.88.99.0/24", // relays for 6to4
            "192.168.0.0/16", // private
            "198.18.0.0/15", // benchmarks; in machines, the addresses that names are given
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4", // reserved, and broadcast
            "2001::/23", // protocol assignments, Teredo among them: carries IPv4
            "2001:db8::/32", // documentation
            "2002::/16", // 6to4: carries IPv4
            "3fff::/20"); // documentation

    /** Whatever lies outside is loopback, link-local, unique local, multicast, mapped, NAT64 (64:ff9b::), or not given to anybody yet. */
    private static final Prefix GLOBAL_UNICAST = Prefix.parse("2000::/3");

    AddressRules {
        own = List.copyOf(own);
        allowed = List.copyOf(allowed);
        neighbours = List.copyOf(neighbours);
    }

    boolean allow(InetAddress address) {
        if (isIn(own, address)) {
            return false;
        }
        return isIn(allowed, address) || (isPublic(address) && !isIn(neighbours, address));
    }

    private static boolean isPublic(InetAddress address) {
        return (address instanceof Inet4Address || GLOBAL_UNICAST.contains(address)) && !isIn(SPECIAL, address);
    }

    private static boolean isIn(List<Prefix> prefixes, InetAddress address) {
        return prefixes.stream().anyMatch(prefix -> prefix.contains(address));
    }

    private static List<Prefix> prefixes(String... texts) {
        return List.of(texts).stream().map(Prefix::parse).toList();
    }
}
