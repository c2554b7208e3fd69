package dev.drydock.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The classroom as {@code docker compose} runs it: our compose.yaml in a directory of its own, as a project of its own. The Compose that does it
 * is the one in the machine's image, so that none has to be installed. Whatever it made is removed in the end.
 */
public final class ComposedClassroom implements AutoCloseable {

    /** The image with the classroom itself; those of machine and mirror have the same tag. */
    public static final String IMAGE = Host.image("DRYDOCK_APP_IMAGE", "drydock/app:dev");

    private static final String COMPOSE = "/machine/usr/libexec/docker/cli-plugins/docker-compose";
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+/sign-in\\?token=[0-9a-f]{64}");

    private final String instance =
            "7e57%08x".formatted(ThreadLocalRandom.current().nextInt());
    private final String project = "drydock-" + instance;
    private final Path directory;
    private final int port;
    private final Thread lastResort = new Thread(this::cleanUp);

    private ComposedClassroom(Path directory, int port, String... settings) throws IOException {
        this.directory = directory;
        this.port = port;
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.copy(Path.of("compose.yaml"), directory.resolve("compose.yaml"));
        List<String> lines =
                new ArrayList<>(List.of("DRYDOCK_TAG=" + IMAGE.replaceFirst(".*:", ""), "DRYDOCK_PORT=" + port));
        lines.addAll(List.of(settings));
        Files.write(directory.resolve(".env"), lines);
        Runtime.getRuntime().addShutdownHook(lastResort);
        String name = "echo " + instance + " > /var/lib/drydock/instance";
        compose("run", "--rm", "--no-deps", "--user", "10001:10001", "--entrypoint", "sh", "app", "-c", name);
    }

    /** Starts one with these lines in its {@code .env}, and returns when it says that it is healthy. */
    public static ComposedClassroom start(String... settings) {
        try {
            Path directory = Files.createTempDirectory("composed");
            ComposedClassroom classroom = new ComposedClassroom(directory, Classroom.freePort(), settings);
            classroom.up();
            return classroom;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code docker compose up}. */
    public void up() {
        compose("up", "--detach", "--wait", "--wait-timeout", "120", "--no-build", "--pull", "never");
    }

    /** {@code docker compose} with these arguments; returns what it printed, and fails where it does. */
    public List<String> compose(String... arguments) {
        List<String> command = new ArrayList<>(List.of("run", "--rm", "--network", "none"));
        command.addAll(List.of("-v", "/var/run/docker.sock:/var/run/docker.sock", "-v", directory + ":" + directory));
        command.addAll(List.of("-w", directory.toString(), "--entrypoint", COMPOSE));
        command.addAll(List.of(Host.image("DRYDOCK_MACHINE_IMAGE", "drydock/machine:dev"), "-p", project));
        command.addAll(List.of("--ansi", "never", "--progress", "quiet"));
        command.addAll(List.of(arguments));
        return Host.docker(command.toArray(String[]::new));
    }

    /** Runs a command in the server's container, as {@code docker compose exec} does by itself. */
    public List<String> inside(String... command) {
        List<String> all = new ArrayList<>(List.of("exec", "-T", "app"));
        all.addAll(List.of(command));
        return compose(all.toArray(String[]::new));
    }

    /** Everything that the server's container has printed. */
    public String logs() {
        return String.join("\n", compose("logs", "--no-log-prefix", "app"));
    }

    /** The last address that was printed, signing in once. */
    public String printedAddress() {
        Patience.until("an address is printed", () -> ADDRESS.matcher(logs()).find());
        return lastAddress(logs());
    }

    /** The last address in a text. */
    public static String lastAddress(String text) {
        Matcher addresses = ADDRESS.matcher(text);
        String last = "";
        while (addresses.find()) {
            last = addresses.group();
        }
        return last;
    }

    /** The host and port that browsers know it by. */
    public String origin() {
        return "http://127.0.0.1:" + port;
    }

    /** Its containers and volumes, as the host sees them. */
    public Host host() {
        return new Host(instance);
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(lastResort);
        cleanUp();
    }

    private void cleanUp() {
        compose("down", "--volumes");
        host().removeEverything();
        Host.delete(directory);
    }
}
