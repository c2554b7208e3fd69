package dev.drydock.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What whoever runs the host can do to a classroom behind its back, with the docker command. */
public final class Host {

    private static final String LABEL = "label=dev.drydock.instance=";

    static final String USUAL_ENGINE = System.getenv().getOrDefault("DOCKER_HOST", "unix:///var/run/docker.sock");

    private final String instance;
    private final String engine;

    /** The host of everything that carries this instance's label. */
    public Host(String instance) {
        this(instance, USUAL_ENGINE);
    }

    /** The same on another engine than the usual. */
    Host(String instance, String engine) {
        this.instance = instance;
        this.engine = engine;
    }

    /** Where the engine listens, such as {@code unix:///var/run/docker.sock}. */
    public String engine() {
        return engine;
    }

    /** The image that an environment variable names, or the one of a developer's; fails where it is missing. */
    public static String image(String variable, String usual) {
        String image = System.getenv().getOrDefault(variable, usual);
        if (run("docker", "image", "inspect", image).status() != 0) {
            String target = usual.replaceAll(".*/|:.*", "");
            throw new AssertionError("There is no image " + image + ". Build it (docker build --target " + target
                    + " -t " + image + " .), or name another in " + variable + ".");
        }
        return image;
    }

    /** The one container of the learner's machine. */
    public String machine() {
        List<String> machines = here(
                "ps", "-aq", "--no-trunc", "--filter", LABEL + instance, "--filter", "label=dev.drydock.role=machine");
        if (machines.size() != 1) {
            throw new AssertionError("There should be one machine, but there are " + machines);
        }
        return machines.getFirst();
    }

    /** The containers of the proxy between machines and the internet: one where that is allowed. */
    public List<String> proxies() {
        return here("ps", "-aq", "--filter", LABEL + instance, "--filter", "label=dev.drydock.role=egress");
    }

    /** Whether a checker runs beside a machine now. */
    public boolean hasProbe() {
        return !here("ps", "-q", "--filter", LABEL + instance, "--filter", "label=dev.drydock.role=probe")
                .isEmpty();
    }

    /** Stops the learners' machines, as a host that is started again does. */
    public void stopMachines() {
        here("ps", "-q", "--filter", LABEL + instance, "--filter", "label=dev.drydock.role=machine")
                .forEach(id -> here("stop", id));
    }

    /** Ends every container of this instance at once, as a power cut does. */
    public void killContainers() {
        here("ps", "-q", "--filter", LABEL + instance).forEach(id -> here("kill", id));
    }

    /** Runs {@code docker} on this host's engine and returns its output's lines; fails when it does. */
    public List<String> here(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--host", engine));
        all.addAll(List.of(arguments));
        return docker(all.toArray(String[]::new));
    }

    /** Runs {@code docker} and returns its output's lines; fails when it does. */
    public static List<String> docker(String... arguments) {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(arguments));
        Outcome outcome = run(command.toArray(String[]::new));
        if (outcome.status() != 0) {
            throw new AssertionError(String.join(" ", command) + ": " + outcome.output());
        }
        return outcome.output().lines().toList();
    }

    /** Removes the learners' machines with everything in them. */
    public void removeMachines() {
        remove("--filter", "label=dev.drydock.role=machine");
    }

    /** Removes every container, volume and network of this instance, and no other's. */
    public void removeEverything() {
        remove();
    }

    private void remove(String... narrower) {
        all(List.of("ps", "-aq"), narrower).forEach(id -> run("docker", "--host", engine, "rm", "-f", "-v", id));
        all(List.of("volume", "ls", "-q"), narrower)
                .forEach(name -> run("docker", "--host", engine, "volume", "rm", "-f", name));
        all(List.of("network", "ls", "-q"), narrower)
                .forEach(id -> run("docker", "--host", engine, "network", "rm", id));
    }

    private List<String> all(List<String> list, String... narrower) {
        List<String> command = new ArrayList<>(List.of("docker", "--host", engine));
        command.addAll(list);
        command.addAll(List.of("--filter", LABEL + instance));
        command.addAll(List.of(narrower));
        return run(command.toArray(String[]::new)).output().lines().toList();
    }

    private static Outcome run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while docker ran", e);
        }
    }

    static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.toList().reversed()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Outcome(int status, String output) {}
}
