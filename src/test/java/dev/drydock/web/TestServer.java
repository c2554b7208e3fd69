package dev.drydock.web;

import dev.drydock.account.Learners;
import dev.drydock.instance.DataDirectory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;

/** A real server with the packages under test and {@link TestPages}, and a client that may lie in any header. */
final class TestServer implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private TestServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static TestServer start(Path data, String... properties) {
        List<String> all = new ArrayList<>(List.of(
                "--drydock.data=" + data,
                "--drydock.import-map=classpath:plain-templates/importmap.json",
                "--spring.thymeleaf.prefix=classpath:/plain-templates/",
                "--spring.main.banner-mode=off",
                "--logging.level.root=error"));
        all.addAll(List.of(properties));
        if (all.stream().noneMatch(property -> property.startsWith("--server.port="))) {
            all.add("--server.port=0");
        }
        return new TestServer(new SpringApplicationBuilder(Packages.class).run(all.toArray(String[]::new)));
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    String host() {
        return "127.0.0.1:" + port();
    }

    String origin() {
        return "http://" + host();
    }

    String cookieName() {
        return "drydock_" + context.getBean(DataDirectory.class).id();
    }

    Learners learners() {
        return context.getBean(Learners.class);
    }

    /** Does what the launcher does. */
    String newToken() throws IOException {
        String token = UUID.randomUUID().toString();
        Files.createFile(tokenFile(token));
        return token;
    }

    Path tokenFile(String token) {
        return context.getBean(DataDirectory.class).signInTokens().resolve(sha256(token));
    }

    /** Signs in; returns the header line that proves it. */
    String signedIn() throws IOException {
        Answer answer = get("/sign-in?token=" + newToken());
        return "Cookie: " + answer.header("Set-Cookie").split(";")[0];
    }

    Answer get(String path, String... headers) throws IOException {
        return send("GET", path, "", headers);
    }

    /** Posts a form, from the site's own page unless a header says otherwise. */
    Answer post(String path, String form, String... headers) throws IOException {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("Content-Type: application/x-www-form-urlencoded");
        all.add("Content-Length: " + form.length());
        return send("POST", path, form, all.toArray(String[]::new));
    }

    Answer send(String method, String path, String body, String... headers) throws IOException {
        List<String> all = new ArrayList<>(List.of(headers));
        if (all.stream().noneMatch(header -> header.startsWith("Host:"))) {
            all.add("Host: " + host());
        }
        if (all.stream().noneMatch(header -> header.startsWith("Connection:"))) {
            all.add("Connection: close");
        }
        String request = method + " " + path + " HTTP/1.1\r\n" + String.join("\r\n", all) + "\r\n\r\n" + body;
        try (Socket socket = new Socket("127.0.0.1", port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return Answer.parse(read(socket.getInputStream()));
        }
    }

    Answer openSocket(String... headers) throws IOException {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of(
                "Connection: Upgrade, close",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA=="));
        return get("/test/socket", all.toArray(String[]::new));
    }

    @Override
    public void close() {
        context.close();
    }

    /** Reads to the end, or to the first frame where the connection has become a WebSocket. */
    private static byte[] read(InputStream input) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        for (int next = input.read(); next >= 0; next = input.read()) {
            answer.write(next);
            String text = answer.toString(StandardCharsets.ISO_8859_1);
            if (text.startsWith("HTTP/1.1 101") && text.contains("hello")) {
                break;
            }
            if (!text.startsWith("HTTP/1.1 101") && text.length() > 13) {
                answer.write(input.readAllBytes());
                break;
            }
        }
        return answer.toByteArray();
    }

    private static String sha256(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @EnableAutoConfiguration
    @ComponentScan({"dev.drydock.instance", "dev.drydock.account", "dev.drydock.web"})
    @ConfigurationPropertiesScan("dev.drydock.web")
    static class Packages {}
}
