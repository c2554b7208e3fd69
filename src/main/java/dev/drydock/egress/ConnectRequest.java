package dev.drydock.egress;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of a CONNECT request (RFC 9110, 9112), read as strictly as can be: what two programs could understand differently is refused.
 *
 * @param target where to
 * @param port 1 to 65535
 */
record ConnectRequest(Target target, int port) {

    /** How long a head may be, in bytes. */
    static final int LONGEST = 8 * 1024;

    private static final Pattern REQUEST_LINE = Pattern.compile("([A-Z]{1,20}) ([!-~]{1,2000}) HTTP/1\\.[01]");
    private static final Pattern FIELD = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}):[ \\t]*([ -~\\t]*)");
    private static final Pattern AUTHORITY = Pattern.compile("([^:]+|\\[[^\\]]*]):([0-9]{1,5})");

    /** @param head everything before the empty line, lines separated by CR LF, bytes as ISO 8859-1 */
    static ConnectRequest parse(String head) throws Refused {
        String[] lines = head.split("\r\n", -1);
        Matcher line = REQUEST_LINE.matcher(lines[0]);
        if (!line.matches()) {
            throw unreadable("its first line is not METHOD TARGET HTTP/1.1");
        }
        if (!line.group(1).equals("CONNECT")) {
            throw new Refused(Refusal.METHOD, line.group(1));
        }
        checkFields(lines, line.group(2));
        Matcher authority = AUTHORITY.matcher(line.group(2));
        if (!authority.matches()) {
            throw unreadable("CONNECT wants HOST:PORT");
        }
        int port = Integer.parseInt(authority.group(2));
        if (port < 1 || port > 65_535 || authority.group(2).startsWith("0")) {
            throw unreadable("a port is a number from 1 to 65535");
        }
        return new ConnectRequest(Target.parse(authority.group(1)), port);
    }

    private static void checkFields(String[] lines, String authority) throws Refused {
        boolean hasHost = false;
        for (int i = 1; i < lines.length; i++) {
            Matcher field = FIELD.matcher(lines[i]);
            if (!field.matches()) {
                throw unreadable("one of its header lines is none");
            }
            String name = field.group(1);
            if (name.equalsIgnoreCase("Content-Length") || name.equalsIgnoreCase("Transfer-Encoding")) {
                throw unreadable("CONNECT has no body");
            }
            if (name.equalsIgnoreCase("Host")) {
                if (hasHost) {
                    throw unreadable("it has more than one Host");
                }
                hasHost = true;
                checkHost(field.group(2).strip(), authority);
            }
        }
    }

    /** Some clients leave the port out of the Host field. */
    private static void checkHost(String host, String authority) throws Refused {
        if (!host.equalsIgnoreCase(authority)
                && !host.equalsIgnoreCase(authority.substring(0, Math.max(0, authority.lastIndexOf(':'))))) {
            throw unreadable("its Host is not where it wants to connect to");
        }
    }

    private static Refused unreadable(String why) {
        return new Refused(Refusal.REQUEST, why);
    }
}
