package dev.drydock.journey;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A container engine of a test's own, which can be stopped, killed and frozen without anybody else's noticing: with directories, a socket and a
 * network namespace of its own. It takes root, and {@code dockerd} on the path. However its tests end, nothing of it is left.
 */
public final class OwnEngine implements AutoCloseable {

    private static final String SHARED_NETWORK = "/proc/self/ns/net";

    private final Path directory;
    private final Thread lastResort = new Thread(this::cleanUp);
    private boolean liveRestore;
    private @Nullable Process daemon;

    private OwnEngine(Path directory) {
        this.directory = directory;
    }

    /** Whether one can be had here. */
    public static boolean isPossible() {
        return "root".equals(System.getProperty("user.name"))
                && Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(Path::of)
                        .anyMatch(path -> Files.isExecutable(path.resolve("dockerd")));
    }

    /** Starts one that has that image of the usual engine's. */
    public static OwnEngine with(String image) {
        try {
            // Sockets below it have to have short names.
            OwnEngine engine = new OwnEngine(Files.createTempDirectory(Path.of("/tmp"), "engine"));
            Runtime.getRuntime().addShutdownHook(engine.lastResort);
            engine.start(false);
            engine.load(image);
            return engine;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String address() {
        return "unix://" + socket();
    }

    /** Starts it, after it was stopped or killed, and waits until it answers. */
    public void start(boolean keepsContainers) {
        liveRestore = keepsContainers;
        List<String> command = new ArrayList<>(List.of(
                "unshare",
                "--net",
                "dockerd",
                "--host",
                address(),
                "--data-root",
                directory.resolve("data").toString(),
                "--exec-root",
                directory.resolve("run").toString(),
                "--pidfile",
                directory.resolve("pid").toString(),
                "--iptables=false"));
        if (liveRestore) {
            command.add("--live-restore");
        }
        try {
            daemon = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Patience.until("the test's own engine answers (its log: " + log() + ")", this::answers);
        assertIsApart();
    }

    /** The same where a test that has failed has left it ended. */
    public void startUnlessItRuns() {
        if (!running().isAlive()) {
            start(liveRestore);
        }
    }

    /** As {@code systemctl stop docker} does. */
    public void stop() {
        signal("TERM");
        awaitEnd();
    }

    /** As the kernel does when memory is short: nothing is put in order. Its containerd ends with it, a moment later. */
    public void kill() {
        Path containerd = pidFileOfContainerd();
        signal("KILL");
        awaitEnd();
        Patience.until("its containerd has ended", () -> !isAlive(containerd));
    }

    private Path pidFileOfContainerd() {
        return directory.resolve("run/containerd/containerd.pid");
    }

    private static boolean isAlive(Path pidFile) {
        try {
            return Files.exists(Path.of("/proc", Files.readString(pidFile).strip(), "exe"), NOFOLLOW_LINKS);
        } catch (IOException gone) {
            return false;
        }
    }

    /** It is there and does nothing, until it is thawed. */
    public void freeze() {
        signal("STOP");
    }

    public void thaw() {
        signal("CONT");
    }

    private void load(String image) {
        try {
            List<Process> both = ProcessBuilder.startPipeline(List.of(
                    new ProcessBuilder("docker", "save", image).redirectError(Redirect.DISCARD),
                    new ProcessBuilder("docker", "--host", address(), "load")
                            .redirectOutput(Redirect.DISCARD)
                            .redirectError(Redirect.DISCARD)));
            for (Process one : both) {
                if (one.waitFor() != 0) {
                    throw new AssertionError("The image " + image + " cannot be brought to the test's own engine");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while an image was loaded", e);
        }
    }

    private boolean answers() {
        if (!running().isAlive()) {
            throw new AssertionError("The test's own engine has ended; its log: " + log());
        }
        return Files.exists(socket()) && run("docker", "--host", address(), "version") == 0;
    }

    /** Two engines on one network would take each other's bridge away. */
    private void assertIsApart() {
        try {
            Path its = Path.of("/proc/" + running().pid() + "/ns/net");
            if (Files.readSymbolicLink(its).equals(Files.readSymbolicLink(Path.of(SHARED_NETWORK)))) {
                kill();
                throw new AssertionError("The test's own engine is on the host's network");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process running() {
        Process known = daemon;
        if (known == null) {
            throw new IllegalStateException("The engine has not been started");
        }
        return known;
    }

    private void signal(String name) {
        run("kill", "-" + name, Long.toString(running().pid()));
    }

    private void awaitEnd() {
        try {
            if (!running().waitFor(Patience.GUARD.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("The test's own engine does not end; its log: " + log());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while an engine ended", e);
        }
    }

    private Path socket() {
        return directory.resolve("docker.sock");
    }

    private static Path log() {
        return Classroom.TRACES.resolve("engine.log").toAbsolutePath();
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(lastResort);
        cleanUp();
    }

    /** What it had to leave running, or was kept from ending, is ended first: containers that outlive it, and its own containerd. */
    private void cleanUp() {
        Process known = daemon;
        if (known == null) {
            Host.delete(directory);
            return;
        }
        run("sh", "-c", """
                directory=$1 daemon=$2
                kill -CONT "$daemon" 2>/dev/null
                docker --host "unix://$directory/docker.sock" ps -aq 2>/dev/null |
                  xargs -r timeout 30 docker --host "unix://$directory/docker.sock" rm -fv >/dev/null 2>&1
                kill "$daemon" 2>/dev/null
                for i in $(seq 150); do kill -0 "$daemon" 2>/dev/null || break; sleep 0.1; done
                pids=$(for p in /proc/[0-9]*; do
                  tr '\\0' ' ' < "$p/cmdline" 2>/dev/null | grep -qF "$directory/" && echo "${p#/proc/}"; done | grep -vx $$)
                [ -z "$pids" ] || kill -KILL $pids 2>/dev/null
                sleep 0.2
                grep -o "$directory/[^ ]*" /proc/self/mounts | sort -r | xargs -r umount -l 2>/dev/null
                rm -rf --one-file-system "$directory"
                """, "clean-up", directory.toString(), Long.toString(known.pid()));
    }

    private static int run(String... command) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while " + command[0] + " ran", e);
        }
    }
}
