package dev.drydock.mirror;

import dev.drydock.engine.ContainerId;
import dev.drydock.engine.ContainerSpec;
import dev.drydock.engine.ContainerSpec.Limits;
import dev.drydock.engine.ContainerSpec.VolumeMount;
import dev.drydock.engine.ContainerSummary;
import dev.drydock.engine.Engine;
import dev.drydock.engine.Engine.Command;
import dev.drydock.engine.Engine.RunningCommand;
import dev.drydock.engine.EngineException;
import dev.drydock.engine.ProcessResult;
import dev.drydock.instance.InstanceId;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A registry in a container without a network, which machines reach through a unix socket in a volume, read-only. It is filled
 * by the server from the engine's own images.
 */
public class Mirror {

    private static final String USER = "65532:65532";
    private static final String ROLE_LABEL = "dev.drydock.role";
    private static final String ROLE = "mirror";
    private static final int OUTPUT_KEPT = 64 * 1024;
    private static final Duration START_LIMIT = Duration.ofSeconds(20);
    private static final long PAUSE_MILLIS = 20;
    private static final String[] PING = {
        "curl", "-sS", "--fail", "-o", "/dev/null", "--unix-socket", "/mirror/registry.sock", "http://mirror/"
    };
    private static final long MEMORY = 512L * 1024 * 1024;

    private final Engine engine;
    private final InstanceId instance;
    private final String image;

    Mirror(Engine engine, InstanceId instance, MirrorProperties properties) {
        this.engine = engine;
        this.instance = instance;
        String configured = properties.image();
        this.image = configured != null ? configured : "drydock/mirror:" + instance;
    }

    /** The mirror of an instance on an engine; nothing is asked of it yet. */
    public static Mirror on(Engine engine, InstanceId instance, MirrorProperties properties) {
        return new Mirror(engine, instance, properties);
    }

    /**
     * Starts the mirror, or leaves it as it is where it runs. A container of an older image is replaced; what the mirror holds is in a
     * volume and stays.
     */
    public void start() {
        List<ContainerSummary> existing =
                engine.containers(Map.of(InstanceId.LABEL, instance.value(), ROLE_LABEL, ROLE));
        for (ContainerSummary container : existing) {
            if (container.image().equals(image)) {
                engine.start(container.id());
                awaitReady();
                return;
            }
            engine.remove(container.id());
        }
        if (engine.imageLabels(image).isEmpty()) {
            throw new MirrorException("There is no image " + image + ". Run ./drydock up, which builds it.");
        }
        engine.start(create());
        awaitReady();
    }

    /** Whether its container runs. */
    boolean isRunning() {
        return engine.containers(Map.of(InstanceId.LABEL, instance.value(), ROLE_LABEL, ROLE)).stream()
                .anyMatch(ContainerSummary::running);
    }

    /** Before its registry answers, a mirror seems to be empty. */
    private void awaitReady() {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        ProcessResult answer;
        while (!(answer = run(PING).finish(OUTPUT_KEPT)).succeeded()) {
            if (System.nanoTime() > deadline) {
                throw new MirrorException("The mirror was started, but its registry does not answer: "
                        + answer.stderrText().strip());
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new MirrorException("Interrupted while the mirror started");
            }
        }
    }

    /** The images in the mirror, as {@code library/busybox:latest}. */
    public Set<String> images() {
        return taken().keySet();
    }

    /** The images in the mirror, each with the id that the engine had for it when it was put in. */
    private Map<String, String> taken() {
        ProcessResult result = run("mirror-list").finish(OUTPUT_KEPT);
        if (!result.succeeded()) {
            throw new MirrorException(
                    "The mirror cannot list its images: " + result.stderrText().strip());
        }
        return result.stdoutText()
                .lines()
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(words -> words[0], words -> words[1]));
    }

    /** Puts those images into the mirror that it lacks, or of which the engine has another by now, and returns their names. */
    public List<String> fill(List<String> names) {
        Map<String, String> there = taken();
        List<String> lacking = names.stream().filter(name -> isDue(name, there)).toList();
        lacking.forEach(this::load);
        return lacking;
    }

    private boolean isDue(String name, Map<String, String> there) {
        String taken = there.get(canonical(name));
        return taken == null || !engine.imageId(name).orElse(taken).equals(taken);
    }

    /**
     * Puts an image of the engine into the mirror.
     *
     * @param name as learners write it, such as {@code busybox:latest}
     */
    public void load(String name) {
        String id = engine.imageId(name)
                .orElseThrow(() -> new MirrorException("The engine has no image " + name + " to put into the mirror."
                        + " Run ./drydock up, which gets it, or docker pull " + name + "."));
        try (InputStream saved = engine.save(name);
                RunningCommand command = run("mirror-load", canonical(name), id)) {
            saved.transferTo(command.streams().stdin());
            ProcessResult result = command.finish(OUTPUT_KEPT);
            if (!result.succeeded()) {
                throw new MirrorException("The image " + name + " could not be put into the mirror: "
                        + result.stderrText().strip());
            }
        } catch (IOException e) {
            throw new MirrorException("The image " + name + " could not be put into the mirror: " + e.getMessage());
        }
    }

    /** Docker Hub's full name of an image: official images live in {@code library/}. */
    static String canonical(String name) {
        return name.contains("/") ? name : "library/" + name;
    }

    private RunningCommand run(String... command) {
        ContainerId container = engine.containers(Map.of(InstanceId.LABEL, instance.value(), ROLE_LABEL, ROLE)).stream()
                .filter(ContainerSummary::running)
                .findFirst()
                .orElseThrow(() -> new MirrorException("The mirror is not running"))
                .id();
        return engine.run(container, Command.of(USER, command));
    }

    private ContainerId create() {
        Map<String, String> labels = Map.of(InstanceId.LABEL, instance.value(), ROLE_LABEL, ROLE);
        String storage = instance.named("mirror-storage");
        String socket = instance.named("mirror-socket");
        engine.ensureVolume(storage, labels);
        engine.ensureVolume(socket, Map.of(InstanceId.LABEL, instance.value()));
        try {
            return engine.create(ContainerSpec.of(image)
                    .name(instance.named("mirror"))
                    .user(USER)
                    .labels(labels)
                    .volumes(
                            new VolumeMount(storage, "/var/lib/registry", false),
                            new VolumeMount(socket, "/mirror", false))
                    .tmpfs(Map.of("/tmp", "rw,size=64m,mode=1777"))
                    .limits(new Limits(OptionalLong.of(MEMORY), 1, 256))
                    .readOnly()
                    .build());
        } catch (EngineException e) {
            throw new MirrorException("The mirror's container cannot be made: " + e.getMessage());
        }
    }
}
