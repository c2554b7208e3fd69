package dev.drydock.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** An HTTP response as it came over the wire. */
record Answer(int status, List<String> headerLines, String body) {

    static Answer parse(byte[] wire) {
        String text = new String(wire, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        List<String> lines = text.substring(0, end).lines().toList();
        List<String> headers = lines.subList(1, lines.size());
        String raw = text.substring(end + 4);
        boolean chunked = headers.stream().anyMatch(line -> line.equalsIgnoreCase("Transfer-Encoding: chunked"));
        byte[] body = (chunked ? joinChunks(raw) : raw).getBytes(StandardCharsets.ISO_8859_1);
        return new Answer(
                Integer.parseInt(lines.getFirst().split(" ")[1]), headers, new String(body, StandardCharsets.UTF_8));
    }

    List<String> headers(String name) {
        String prefix = name.toLowerCase(Locale.ROOT) + ": ";
        return headerLines.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .toList();
    }

    String header(String name) {
        return String.join(" | ", headers(name));
    }

    private static String joinChunks(String raw) {
        StringBuilder body = new StringBuilder();
        int at = 0;
        while (true) {
            int lineEnd = raw.indexOf("\r\n", at);
            int length = Integer.parseInt(raw.substring(at, lineEnd), 16);
            if (length == 0) {
                return body.toString();
            }
            body.append(raw, lineEnd + 2, lineEnd + 2 + length);
            at = lineEnd + 2 + length + 2;
        }
    }
}
