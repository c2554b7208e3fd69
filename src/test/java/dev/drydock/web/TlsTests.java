package dev.drydock.web;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.certificate.CertificateCommand;
import dev.drydock.journey.Patience;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A class by TLS, with a certificate made on the spot, and a client that believes this one only, for its names. */
@ExtendWith(OutputCaptureExtension.class)
class TlsTests {

    private static final String BUNDLE = "--spring.ssl.bundle.pem.classroom.";

    @TempDir
    Path data;

    private TestServer server;
    private HttpClient client;

    @BeforeEach
    void start() throws Exception {
        Path own = data.resolve("tls");
        assertThat(CertificateCommand.run("--self-signed", own.toString(), "localhost", "127.0.0.1"))
                .isZero();
        Files.writeString(data.resolve("access-code"), "7KQM-X2PD");
        server = startServer();
        client = HttpClient.newBuilder()
                .sslContext(trusting(own.resolve("certificate.pem")))
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void cookieOfWhoJoinsIsKeptToTls() throws Exception {
        assertThat(join().headers().firstValue("Set-Cookie").orElseThrow()).contains("; Secure; HttpOnly");
    }

    @Test
    void webSocketOpensByTlsFromTheSamePageOnly() throws Exception {
        String cookie = join().headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        CompletableFuture<String> said = new CompletableFuture<>();

        WebSocket socket = client.newWebSocketBuilder()
                .header("Cookie", cookie)
                .header("Origin", origin())
                .buildAsync(URI.create(origin().replace("https", "wss") + "/test/socket"), new Hearing(said))
                .get(30, TimeUnit.SECONDS);

        assertThat(said.get(30, TimeUnit.SECONDS)).contains("hello");
        socket.abort();
        CompletableFuture<WebSocket> byHttp = client.newWebSocketBuilder()
                .header("Cookie", cookie)
                .header("Origin", origin().replace("https", "http"))
                .buildAsync(URI.create(origin().replace("https", "wss") + "/test/socket"), new Hearing(said));
        assertThat(byHttp).failsWithin(Duration.ofSeconds(30));
    }

    @Test
    void strictTransportIsPromisedOnlyWhereItIsAskedFor() throws Exception {
        assertThat(get("/sign-in").headers().firstValue("Strict-Transport-Security"))
                .isEmpty();
        server.close();
        server = startServer("--drydock.strict-transport=true");

        assertThat(get("/sign-in").headers().firstValue("Strict-Transport-Security"))
                .contains("max-age=2592000");
    }

    @Test
    void certificateThatIsReplacedIsShownWithoutARestart() throws Exception {
        get("/sign-in");
        replaceCertificate();

        awaitShown(data.resolve("tls/certificate.pem"));
    }

    @Test
    void linkThatIsTurnedToAnotherCertificateIsFollowed() throws Exception {
        server.close();
        Path first = newCertificate("first");
        Path link = Files.createDirectory(data.resolve("live"));
        for (String file : List.of("certificate.pem", "key.pem")) {
            Files.createSymbolicLink(link.resolve(file), first.resolve(file));
        }
        Files.move(data.resolve("tls"), data.resolve("unused"));
        Files.createSymbolicLink(data.resolve("tls"), link);
        server = startServer();
        assertThat(isShown(first.resolve("certificate.pem"))).isTrue();

        Path second = newCertificate("second");
        for (String file : List.of("certificate.pem", "key.pem")) {
            Files.createSymbolicLink(link.resolve("next"), second.resolve(file));
            Files.move(link.resolve("next"), link.resolve(file), REPLACE_EXISTING, ATOMIC_MOVE);
        }
        awaitShown(second.resolve("certificate.pem"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void certificateThatIsDamagedOrAnotherKeysLeavesTheFormerInPlace(boolean damaged, CapturedOutput log)
            throws Exception {
        Path kept = Files.copy(data.resolve("tls/certificate.pem"), data.resolve("kept.pem"));
        if (damaged) {
            Files.writeString(
                    data.resolve("tls/certificate.pem"),
                    "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        } else {
            Files.copy(
                    newCertificate("another").resolve("certificate.pem"),
                    data.resolve("tls/certificate.pem"),
                    REPLACE_EXISTING);
        }
        Patience.until("that is told", () -> log.getAll().contains("Unexpected SSL reload error"));
        assertThat(isShown(kept)).isTrue();
        replaceCertificate();

        awaitShown(data.resolve("tls/certificate.pem"));
    }

    @Test
    void requestWithoutTlsGetsNothing() throws Exception {
        assertThat(server.get("/sign-in").status()).isEqualTo(400);
    }

    /** One file after the other, as whoever renews certificates does. */
    private void replaceCertificate() throws Exception {
        Path made = newCertificate("made");
        Files.copy(made.resolve("certificate.pem"), data.resolve("tls/certificate.pem"), REPLACE_EXISTING);
        Files.copy(made.resolve("key.pem"), data.resolve("tls/key.pem"), REPLACE_EXISTING);
    }

    private Path newCertificate(String directory) throws Exception {
        Path made = data.resolve(directory);
        assertThat(CertificateCommand.run("--self-signed", made.toString(), "localhost", "127.0.0.1"))
                .isZero();
        return made;
    }

    private void awaitShown(Path certificate) {
        Patience.until("the certificate in " + certificate + " is shown", () -> isShown(certificate));
    }

    /** Whether who believes this certificate and no other gets an answer, on a new connection. */
    private boolean isShown(Path certificate) {
        try (HttpClient believing =
                HttpClient.newBuilder().sslContext(trusting(certificate)).build()) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(origin() + "/sign-in")).build();
            return believing.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (SSLException another) {
            return false;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private TestServer startServer(String... more) {
        String[] properties = {
            "--drydock.classroom.open=true",
            "--server.ssl.bundle=classroom",
            BUNDLE + "keystore.certificate=file:" + data.resolve("tls/certificate.pem"),
            BUNDLE + "keystore.private-key=file:" + data.resolve("tls/key.pem"),
            BUNDLE + "keystore.verify-keys=true",
            BUNDLE + "reload-on-update=true",
            "--spring.ssl.bundle.watch.file.quiet-period=500ms"
        };
        return TestServer.start(
                data, Stream.of(properties, more).flatMap(Arrays::stream).toArray(String[]::new));
    }

    private HttpResponse<String> join() throws Exception {
        HttpRequest form = HttpRequest.newBuilder(URI.create(origin() + "/sign-in/join"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", origin())
                .POST(BodyPublishers.ofString("code=7KQM-X2PD&name=Ada"))
                .build();
        return client.send(form, BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(origin() + path)).build(), BodyHandlers.ofString());
    }

    private String origin() {
        return "https://127.0.0.1:" + server.port();
    }

    private static SSLContext trusting(Path certificate) throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null);
        try (InputStream pem = Files.newInputStream(certificate)) {
            trusted.setCertificateEntry(
                    "own", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private record Hearing(CompletableFuture<String> said) implements WebSocket.Listener {

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            said.complete(text.toString());
            return CompletableFuture.completedStage(null);
        }
    }
}
