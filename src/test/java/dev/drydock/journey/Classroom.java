package dev.drydock.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/**
 * The whole of Drydock for one learner: a server in a process of its own, a data directory, the machine that it makes, and a copy of our
 * lessons that a test may add to. However its tests end, nothing of it is left on the engine afterwards.
 */
public final class Classroom implements AutoCloseable {

    /** Where its failures leave their traces. */
    static final Path TRACES = Path.of("target", "journeys");

    private final Path directory;
    private final Path data;
    private final String instance;
    private final int port;
    private final Path log;
    private final List<String> arguments;
    private final Host host;
    private final Thread lastResort = new Thread(this::cleanUp);
    private ServerProcess server;

    /**
     * @param data where the server keeps what it has to
     * @param engine where its engine listens
     * @param more what the server is told besides
     */
    private Classroom(String instance, Path directory, Path data, String engine, String... more) throws IOException {
        this.directory = directory;
        this.data = data;
        this.instance = instance;
        this.host = new Host(instance, engine);
        this.port = freePort();
        this.log = Files.createDirectories(TRACES)
                .resolve("server-" + instance + ".log")
                .toAbsolutePath();
        Files.deleteIfExists(log);
        Files.createDirectories(data());
        Files.writeString(data().resolve("instance"), instance + "\n");
        Host.copy(Path.of("lessons"), lessons());
        this.arguments = new ArrayList<>(List.of(
                "--drydock.engine.address=" + engine,
                "--drydock.data=" + data(),
                "--drydock.lessons=" + lessons(),
                "--drydock.machine.image=" + Host.image("DRYDOCK_MACHINE_IMAGE", "drydock/machine:dev"),
                "--drydock.mirror.image=" + Host.image("DRYDOCK_MIRROR_IMAGE", "drydock/mirror:dev")));
        this.arguments.addAll(List.of(more));
        Runtime.getRuntime().addShutdownHook(lastResort);
        this.server = ServerProcess.start(port, log, arguments);
    }

    /** Opens a new one, with its mirror filled, so that learners can pull what the lessons name. */
    public static Classroom open() {
        try {
            Path directory = Files.createTempDirectory("classroom");
            String instance = System.getenv().getOrDefault("DRYDOCK_TEST_INSTANCE", newInstance());
            Classroom classroom = new Classroom(instance, directory, directory.resolve("data"), Host.USUAL_ENGINE);
            classroom.awaitMirror();
            return classroom;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens one whose data lie there, on a small disk say; its mirror is empty. */
    public static Classroom keepingDataIn(Path data) {
        try {
            Path directory = Files.createTempDirectory("classroom");
            return new Classroom(newInstance(), directory, data, Host.USUAL_ENGINE, "--drydock.mirror.images=");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens one on an engine that has an image for machines and none for a mirror. */
    public static Classroom on(OwnEngine engine) {
        try {
            Path directory = Files.createTempDirectory("classroom");
            return new Classroom(newInstance(), directory, directory.resolve("data"), engine.address());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String newInstance() {
        return "7e57%08x".formatted(ThreadLocalRandom.current().nextInt());
    }

    /** One of the same instance may have been filled before: then nothing is new in it. */
    private void awaitMirror() {
        Patience.until(
                "the mirror offers what the lessons pull",
                () -> logged("The mirror is complete"),
                () -> log().lines().filter(line -> !line.contains(" INFO ")).collect(Collectors.joining("\n")));
    }

    /** Its id, by which everything on the engine is labelled. */
    public String instance() {
        return instance;
    }

    /** The server's process; another after each start. */
    public long pid() {
        return server.pid();
    }

    /** The host and port that browsers know it by; the same for all its life. */
    public String origin() {
        return "http://127.0.0.1:" + port;
    }

    /** The lessons that it shows. What is put there is shown with the next page. */
    public Path lessons() {
        return directory.resolve("lessons");
    }

    /** Its containers and volumes, as the host sees them. */
    public Host host() {
        return host;
    }

    /** Whether the server has ever logged this. */
    public boolean logged(String words) {
        return log().contains(words);
    }

    /** Everything that the server has logged. */
    public String log() {
        return server.log();
    }

    /** An address that signs a browser in once: what the launcher prints. */
    public String signInAddress() {
        String token = UUID.randomUUID().toString();
        try {
            Files.createFile(data().resolve("sign-in").resolve(sha256(token)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return origin() + "/sign-in?token=" + token;
    }

    /** An address that signs a browser in as the instructor, once: what the launcher prints for a class. */
    String instructorAddress() {
        String address = signInAddress();
        String token = address.substring(address.indexOf('=') + 1);
        try {
            Files.writeString(data().resolve("sign-in").resolve(sha256(token)), "instructor");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return address;
    }

    /** What the server shows to whoever has the token for its metrics. */
    public String metrics() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            String token = Files.readString(data().resolve("metrics-token")).strip();
            HttpRequest request = HttpRequest.newBuilder(URI.create(origin() + "/actuator/prometheus"))
                    .header("Authorization", "Bearer " + token)
                    .build();
            return client.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Keeps all that the server keeps in a file that is not there yet, as {@code drydock backup} does. */
    public void backUp(Path file) {
        ServerProcess.run("backup", "--data", data().toString(), "--", file.toString());
    }

    /** Puts it back, as {@code drydock restore} does; the server must have ended. */
    public void restore(Path file) {
        ServerProcess.run("restore", "--data", data().toString(), "--", file.toString());
    }

    /** Asks the server to end, as {@code drydock down} does, and waits until it has. Machines go on. */
    public void stop() {
        server.stop();
    }

    /** Sets the code by which people join, where the server is told to let them. */
    void setAccessCode(String code) {
        try {
            Files.writeString(data().resolve("access-code"), code);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the server as a power cut does. Machines go on. */
    public void kill() {
        server.kill();
    }

    /**
     * Starts the server again, on the same port and what it had on the disk.
     *
     * @param more what it is told this time besides
     */
    public void startAgain(String... more) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of(more));
        server = ServerProcess.start(port, log, all);
    }

    /** Kills the server and starts it again. */
    void restart(String... more) {
        kill();
        startAgain(more);
    }

    /** Takes the learner's machine and progress away, as if nobody had ever been here. */
    public void forget() {
        host.removeMachines();
        forgetProgress();
    }

    /** Takes progress alone away. */
    public void forgetProgress() {
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + data().resolve("drydock.db"));
                var statement = database.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 10000");
            statement.executeUpdate("DELETE FROM task_progress");
            statement.executeUpdate("DELETE FROM prepared_lesson");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Has the server collect its garbage. */
    void collectGarbage() {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            int status = new ProcessBuilder(jcmd, Long.toString(server.pid()), "GC.run")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new AssertionError(jcmd + " GC.run ended with " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(lastResort);
        server.stop();
        cleanUp();
    }

    private void cleanUp() {
        // One that has never answered is gone already.
        if (server != null) {
            server.kill();
        }
        host.removeEverything();
        Host.delete(directory);
    }

    /** Where the server keeps what it has to. */
    public Path data() {
        return data;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String sha256(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
