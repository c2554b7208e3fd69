package dev.drydock.egress;

import java.nio.charset.StandardCharsets;

/** What somebody is told who is not let through. */
final class Answers {

    private static final int LONGEST = 200;

    /** TLS 1.2 record: fatal alert "access denied"; clients of all versions read it. */
    private static final byte[] ACCESS_DENIED = {0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x31};

    private Answers() {}

    /** The HTTP answer, whole. */
    static byte[] page(Refused refused) {
        byte[] body = refused.refusal().words(printable(refused.what())).getBytes(StandardCharsets.UTF_8);
        byte[] head = ("HTTP/1.1 " + refused.refusal().status() + " "
                        + refused.refusal().phrase()
                        + "\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: " + body.length
                        + "\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[head.length + body.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }

    /** For who speaks TLS and would not understand anything else. */
    static byte[] accessDenied() {
        return ACCESS_DENIED.clone();
    }

    /** It goes to a terminal: no control characters, and not without end. */
    private static String printable(String text) {
        String clean = text.replaceAll("[^\\x20-\\x7e]", "?");
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) + "…" : clean;
    }
}
