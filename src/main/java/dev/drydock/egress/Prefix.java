package dev.drydock.egress;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * A part of the address space, such as {@code 10.0.0.0/8}.
 *
 * @param length how many bits at the beginning count
 */
record Prefix(InetAddress address, int length) {

    Prefix {
        if (length < 0 || length > address.getAddress().length * Byte.SIZE) {
            throw new IllegalArgumentException(address.getHostAddress() + "/" + length + " is no part of the addresses."
                    + " Write one such as 203.0.113.0/24 or 2001:db8::/32.");
        }
    }

    /** An address, or an address, a slash and a length. Nothing is looked up. */
    static Prefix parse(String text) {
        int slash = text.indexOf('/');
        try {
            InetAddress address = address(slash < 0 ? text : text.substring(0, slash));
            return new Prefix(
                    address,
                    slash < 0 ? address.getAddress().length * Byte.SIZE : Integer.parseInt(text.substring(slash + 1)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no part of the addresses. Write one such as 203.0.113.0/24 or 2001:db8::/32.",
                    e);
        }
    }

    /** Java alone would read 10.1 as 10.0.0.1. */
    private static InetAddress address(String text) {
        if (!text.contains(":") && !Target.DECIMAL.matcher(text).matches()) {
            throw new IllegalArgumentException("not four decimal numbers");
        }
        return InetAddress.ofLiteral(text);
    }

    /** Several, with commas between them; none in an empty text. */
    static List<Prefix> parseList(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .map(Prefix::parse)
                .toList();
    }

    boolean contains(InetAddress other) {
        byte[] mine = address.getAddress();
        byte[] theirs = other.getAddress();
        if (mine.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < length; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if ((mine[bit / Byte.SIZE] & mask) != (theirs[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }
}
