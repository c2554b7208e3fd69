package dev.drydock.egress;

import java.net.InetAddress;
import java.util.Locale;
import java.util.regex.Pattern;

/** Where somebody wants to go: a name, or an address in the one way that everybody reads alike. */
sealed interface Target {

    /** A whole name, lower-case, without a dot at its end; not looked up yet. */
    record Name(String name) implements Target {}

    /** An address. */
    record Literal(InetAddress address) implements Target {}

    /** A label of a name; the underscore is not for hosts, but some have it. */
    Pattern LABEL = Pattern.compile("[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?");

    Pattern DECIMAL = Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])(?:\\.(?!$)|$)){4}");

    /** What some programs take for the last part of an IPv4 address: decimal, octal or hexadecimal. */
    Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");

    Pattern SIX = Pattern.compile("\\[(?=[0-9a-f.]*:)[0-9a-f:.]{2,45}]");

    int LONGEST_NAME = 253;

    /**
     * Reads a host as it stands in front of the port.
     *
     * @throws Refused where it is none, or is one of the notations that programs read differently
     */
    static Target parse(String text) throws Refused {
        String host = text.toLowerCase(Locale.ROOT);
        if (SIX.matcher(host).matches()) {
            return literal(host.substring(1, host.length() - 1));
        }
        if (DECIMAL.matcher(host).matches()) {
            return literal(host);
        }
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        String[] labels = name.split("\\.", -1);
        if (name.length() > LONGEST_NAME
                || NUMBER.matcher(labels[labels.length - 1]).matches()) {
            throw new Refused(Refusal.NOTATION, text);
        }
        for (String label : labels) {
            if (!LABEL.matcher(label).matches()) {
                throw new Refused(Refusal.NOTATION, text);
            }
        }
        if (labels.length < 2) {
            throw new Refused(Refusal.UNKNOWN, text);
        }
        return new Name(name);
    }

    private static Target literal(String address) throws Refused {
        try {
            return new Literal(InetAddress.ofLiteral(address));
        } catch (IllegalArgumentException e) {
            throw new Refused(Refusal.NOTATION, address);
        }
    }
}
