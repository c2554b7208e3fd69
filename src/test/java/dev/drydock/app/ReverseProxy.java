package dev.drydock.app;

import dev.drydock.journey.Host;
import dev.drydock.journey.Patience;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A real proxy before a server, with one of our recipes in which only names, ports and files are others. */
final class ReverseProxy implements AutoCloseable {

    /** Not a name that the server answers to by itself. */
    static final String NAME = "127.0.0.2";

    private static final String IMAGE = Host.image("DRYDOCK_RECIPES_IMAGE", "drydock/recipes:dev");

    private static final List<String> FILES =
            List.of("site.conf", "main.conf", "Caddyfile", "key.pem", "certificate.pem");

    private final Path directory;
    private final String container;
    private final int port;

    private ReverseProxy(Path directory, int port, String... command) {
        this.directory = directory;
        this.port = port;
        List<String> run = new ArrayList<>(List.of("run", "--detach", "--network", "host", "--env", "HOME=/tmp"));
        run.addAll(List.of("-v", directory + ":" + directory + ":ro", IMAGE));
        run.addAll(List.of(command));
        container = Host.docker(run.toArray(String[]::new)).getFirst();
        Patience.until("the proxy listens: " + command[0], () -> listens(port));
    }

    /** nginx with {@code src/deploy/nginx.conf}. */
    static ReverseProxy nginx(String upstream) throws IOException {
        Path directory = withCertificate();
        int port = freePort();
        Files.writeString(
                directory.resolve("site.conf"),
                recipe("nginx.conf")
                        .replacing("classroom.example.org", NAME)
                        .replacing("127.0.0.1:8080", upstream)
                        .replacing("listen 80;", "listen " + NAME + ":" + freePort() + ";")
                        .replacing("listen 443 ", "listen " + NAME + ":" + port + " ")
                        .replacing("/etc/ssl/classroom", directory.toString())
                        .text());
        Path main = Files.writeString(
                directory.resolve("main.conf"),
                "pid /tmp/nginx.pid; events {} http { access_log off; include " + directory.resolve("site.conf")
                        + "; }");
        return new ReverseProxy(directory, port, "nginx", "-c", main.toString(), "-g", "daemon off;");
    }

    /** Caddy with {@code src/deploy/Caddyfile}. */
    static ReverseProxy caddy(String upstream) throws IOException {
        Path directory = withCertificate();
        int port = freePort();
        Path file = Files.writeString(
                directory.resolve("Caddyfile"),
                "{\n\tauto_https disable_redirects\n\tadmin off\n}\n"
                        + recipe("Caddyfile")
                                .replacing("\nclassroom.example.org {", "\nhttps://" + NAME + ":" + port + " {")
                                .replacing("127.0.0.1:8080", upstream)
                                .replacing("# tls /etc/ssl/classroom", "tls /etc/ssl/classroom")
                                .replacing("/etc/ssl/classroom", directory.toString())
                                .replacing("header_up -X-Forwarded-Port\n", "\n")
                                .replacing("# header_up X-Forwarded-Port 8443", "header_up X-Forwarded-Port " + port)
                                .text());
        return new ReverseProxy(directory, port, "caddy", "run", "--adapter", "caddyfile", "--config", file.toString());
    }

    /** How browsers name it. */
    String origin() {
        return "https://" + NAME + ":" + port;
    }

    /** A client that believes this proxy's certificate, and no other. */
    HttpClient client() throws IOException, GeneralSecurityException {
        KeyStore believed = KeyStore.getInstance(KeyStore.getDefaultType());
        believed.load(null, null);
        try (InputStream certificate = Files.newInputStream(directory.resolve("certificate.pem"))) {
            believed.setCertificateEntry(
                    "proxy", CertificateFactory.getInstance("X.509").generateCertificate(certificate));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(believed);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(tls).build();
    }

    @Override
    public void close() throws IOException {
        Host.docker("rm", "--force", container);
        for (String file : FILES) {
            Files.deleteIfExists(directory.resolve(file));
        }
        Files.delete(directory);
    }

    private static Path withCertificate() throws IOException {
        Path directory = Files.createTempDirectory("proxy");
        Host.docker(
                "run",
                "--rm",
                "--network",
                "none",
                "-v",
                directory + ":" + directory,
                IMAGE,
                "sh",
                "-c",
                "cd " + directory + " && openssl req -x509 -newkey rsa:2048 -noenc -days 2 -subj /CN=" + NAME
                        + " -addext subjectAltName=IP:" + NAME + " -keyout key.pem -out certificate.pem 2>/dev/null"
                        + " && chmod 644 *.pem && chmod 755 .");
        return directory;
    }

    private static Recipe recipe(String file) throws IOException {
        return new Recipe(Files.readString(Path.of("src/deploy", file)));
    }

    private static boolean listens(int port) {
        try (Socket _ = new Socket(NAME, port)) {
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** What is replaced must have been there, or the test would try something else than the recipe. */
    private record Recipe(String text) {

        Recipe replacing(String there, String instead) {
            if (!text.contains(there)) {
                throw new AssertionError("The recipe has no \"" + there + "\" any more");
            }
            return new Recipe(text.replace(there, instead));
        }
    }
}
