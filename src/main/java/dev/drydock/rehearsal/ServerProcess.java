package dev.drydock.rehearsal;

import dev.drydock.command.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The server that is rehearsed with, as a process that can be killed and started again. Not for two threads at once. */
final class ServerProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final List<String> command;
    private final Path data;
    private final URI address;
    private final HttpClient client;
    private volatile @Nullable Process process;
    private boolean closed;

    /**
     * @param command the server's whole command line
     * @param data its data directory, which gets what it prints and its number
     * @param address where it will listen
     */
    ServerProcess(List<String> command, Path data, URI address, HttpClient client) {
        this.command = List.copyOf(command);
        this.data = data;
        this.address = address;
        this.client = client;
    }

    URI address() {
        return address;
    }

    /**
     * Starts it and waits until it answers.
     *
     * @throws Ended if it has been closed
     */
    void start() {
        spawn();
        awaitHealth();
    }

    /** Its number is written down, so that the launcher finds it even where this process is killed. */
    private synchronized void spawn() {
        if (closed) {
            throw new Ended();
        }
        try {
            Process started = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            data.resolve("server.log").toFile()))
                    .start();
            process = started;
            Files.writeString(data.resolve("server.pid"), started.pid() + "\n");
            started.getOutputStream().close();
        } catch (IOException e) {
            throw new Refusal("the server cannot be started: " + e.getMessage(), "look at what ./drydock doctor says");
        }
    }

    private void awaitHealth() {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!isHealthy()) {
            if (!isAlive()) {
                throw new Refusal("the server ended while starting", "read " + data.resolve("server.log"));
            }
            if (System.nanoTime() > deadline) {
                throw new Refusal(
                        "the server did not answer within " + START_LIMIT.toSeconds() + " s",
                        "read " + data.resolve("server.log"));
            }
            Pause.of(Duration.ofMillis(50));
        }
    }

    private boolean isHealthy() {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/actuator/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw Ended.interrupted();
        }
    }

    boolean isAlive() {
        Process running = process;
        return running != null && running.isAlive();
    }

    /** @throws Refusal if it has ended by itself */
    void requireAlive() {
        if (!isAlive()) {
            throw new Refusal("the server ended meanwhile", "read " + data.resolve("server.log"));
        }
    }

    /** The number of the running process. */
    long pid() {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException("The server has not been started");
        }
        return running.pid();
    }

    /** Ends it at once, as a crash would: SIGKILL. */
    void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly().onExit().join();
        }
    }

    /** Asks it to end, and insists after a while. */
    @Override
    public synchronized void close() {
        closed = true;
        Process running = process;
        if (running == null) {
            return;
        }
        running.destroy();
        try {
            if (!running.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }
}
