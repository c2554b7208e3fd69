package dev.drydock.account;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How often codes may be tried: a whole class behind one address at the same time, with mistakes, but not for long. All addresses
 * together are limited as well, so that many of them guess no faster.
 */
final class TryLimit {

    static final int PER_ADDRESS = 90;
    static final int IN_TOTAL = 600;
    static final long SECONDS_UNTIL_ONE_MORE = 4;

    private static final int REMEMBERED_ADDRESSES = 10_000;
    private static final double NANOSECONDS = 1e9;
    private static final int NETWORK_BYTES = 8;

    private final LongSupplier nanoTime;
    private final Bucket total;
    private final Map<String, Bucket> addresses = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED_ADDRESSES;
        }
    };

    /** @param nanoTime a clock that nobody can set */
    TryLimit(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.total = new Bucket(IN_TOTAL, 5, nanoTime.getAsLong());
    }

    /** Counts a try from that address. False if it has to wait. */
    synchronized boolean allows(String address) {
        long now = nanoTime.getAsLong();
        Bucket own = addresses.computeIfAbsent(
                network(address), unseen -> new Bucket(PER_ADDRESS, 1.0 / SECONDS_UNTIL_ONE_MORE, now));
        // Who has to wait anyhow takes nothing from the others.
        return own.take(now) && total.take(now);
    }

    /** One household has a whole /64 of IPv6 addresses. */
    private static String network(String address) {
        try {
            InetAddress literal = InetAddress.ofLiteral(address.replaceFirst("%.*", ""));
            return literal instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(literal.getAddress(), NETWORK_BYTES))
                    : address;
        } catch (IllegalArgumentException notAnAddress) {
            return "";
        }
    }

    private static final class Bucket {

        private final double size;
        private final double perSecond;
        private double left;
        private long filledAt;

        private Bucket(double size, double perSecond, long now) {
            this.size = size;
            this.perSecond = perSecond;
            this.left = size;
            this.filledAt = now;
        }

        private boolean take(long now) {
            left = Math.min(size, left + (now - filledAt) / NANOSECONDS * perSecond);
            filledAt = now;
            if (left < 1) {
                return false;
            }
            left--;
            return true;
        }
    }
}
