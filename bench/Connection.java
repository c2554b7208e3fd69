import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A connection to a server on loopback that is kept for as long as the server likes, and then made anew. */
class Connection implements AutoCloseable {

    private static final int SILENCE_LIMIT_MS = 5_000;

    private final int port;
    private final String name;
    private final String cookie;
    private Socket socket = new Socket();
    private InputStream in = InputStream.nullInputStream();

    /** @param name what the browser calls itself */
    Connection(int port, String name, String cookie) {
        this.port = port;
        this.name = name;
        this.cookie = cookie;
    }

    /** @param bytes of the content */
    record Answer(int status, int bytes) {}

    private record Head(int status, int length, boolean last) {}

    /** Asks and reads the whole answer. */
    Answer get(String path, String language) throws IOException {
        try {
            open();
            String request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nAccept: text/html,*/*\r\nAccept-Language: "
                    + language + "\r\nUser-Agent: " + name + "\r\nCookie: " + cookie + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            Head head = head();
            int bytes = head.length() < 0 ? chunks() : head.length();
            if (head.length() > 0) {
                in.skipNBytes(head.length());
            }
            if (head.last()) {
                close();
            }
            return new Answer(head.status(), bytes);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private void open() throws IOException {
        if (socket.isConnected() && !socket.isClosed()) {
            return;
        }
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(SILENCE_LIMIT_MS);
        in = new BufferedInputStream(socket.getInputStream(), 65_536);
    }

    private Head head() throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        int length = -1;
        boolean last = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            }
            last |= lower.equals("connection: close");
        }
        return new Head(status, length, last);
    }

    private int chunks() throws IOException {
        int total = 0;
        for (int chunk = chunk(); chunk > 0; chunk = chunk()) {
            in.skipNBytes(chunk);
            line();
            total += chunk;
        }
        line();
        return total;
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("The server hung up");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // Nothing was written that could be lost.
        }
    }
}
