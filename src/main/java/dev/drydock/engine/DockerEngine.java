package dev.drydock.engine;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectVolumeResponse;
import com.github.dockerjava.api.command.WaitContainerResultCallback;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.ContainerConfig;
import com.github.dockerjava.api.model.Network;
import com.github.dockerjava.api.model.Version;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** {@link Engine} over the engine's HTTP API: docker-java to steer, {@link RawConnection} for the streams of processes. */
final class DockerEngine implements Engine {

    private static final int EXIT_LOOKS = 50;
    private static final int MOST_LOOKS = 100;
    private static final Duration EXIT_PAUSE = Duration.ofMillis(20);
    private static final String NO_TTY = "{\"Detach\":false,\"Tty\":false}";

    private final EngineSocket socket;
    private final DockerClients clients;

    DockerEngine(EngineSocket socket) {
        this.socket = socket;
        this.clients = new DockerClients(socket);
    }

    @Override
    public EngineVersion version() {
        return ask("its version", () -> {
            Version answer = clients.unversioned().versionCmd().exec();
            return EngineVersion.negotiate(
                    String.valueOf(answer.getVersion()),
                    String.valueOf(answer.getApiVersion()),
                    String.valueOf(answer.getMinAPIVersion()));
        });
    }

    @Override
    public Optional<Map<String, String>> imageLabels(String image) {
        return ask("about image " + image, () -> {
            try {
                ContainerConfig config = client().inspectImageCmd(image).exec().getConfig();
                Map<String, String> labels = config == null ? null : config.getLabels();
                return Optional.of(labels == null ? Map.of() : Map.copyOf(labels));
            } catch (NotFoundException e) {
                return Optional.empty();
            }
        });
    }

    @Override
    public Optional<String> imageId(String image) {
        return ask("about image " + image, () -> {
            try {
                return Optional.ofNullable(
                        client().inspectImageCmd(image).exec().getId());
            } catch (NotFoundException e) {
                return Optional.empty();
            }
        });
    }

    @Override
    public InputStream save(String image) {
        return ask("to save image " + image, () -> client().saveImageCmd(image).exec());
    }

    @Override
    public void ensureVolume(String name, Map<String, String> labels) {
        ask("for volume " + name, () -> client().createVolumeCmd()
                .withName(name)
                .withLabels(labels)
                .exec());
    }

    @Override
    public void createVolume(String name, Map<String, String> labels, long bytes) {
        ask("for volume " + name + " of at most " + bytes + " bytes", () -> client().createVolumeCmd()
                .withName(name)
                .withLabels(labels)
                .withDriverOpts(Map.of("size", Long.toString(bytes)))
                .exec());
    }

    @Override
    public String dataDirectory() {
        return ask(
                "where its data is",
                () -> String.valueOf(client().infoCmd().exec().getDockerRootDir()));
    }

    @Override
    public List<String> volumes(Map<String, String> labels) {
        return ask("for its volumes", () -> {
            Collection<InspectVolumeResponse> found = client().listVolumesCmd()
                    .withFilter("label", DockerWords.filters(labels))
                    .exec()
                    .getVolumes();
            return found == null
                    ? List.of()
                    : found.stream().map(InspectVolumeResponse::getName).toList();
        });
    }

    @Override
    public void removeVolume(String name) {
        ask("to remove volume " + name, () -> {
            try {
                client().removeVolumeCmd(name).exec();
            } catch (NotFoundException alreadyGone) {
                return false;
            }
            return true;
        });
    }

    @Override
    public void ensureNetwork(String name, Map<String, String> labels) {
        ask("for network " + name, () -> {
            if (networks(labels).contains(name)) {
                return false;
            }
            client().createNetworkCmd()
                    .withName(name)
                    .withDriver("bridge")
                    .withOptions(Map.of("com.docker.network.bridge.enable_icc", "false"))
                    .withLabels(labels)
                    .exec();
            return true;
        });
    }

    @Override
    public List<String> networks(Map<String, String> labels) {
        return ask(
                "for its networks",
                () -> client().listNetworksCmd().withFilter("label", DockerWords.filters(labels)).exec().stream()
                        .map(Network::getName)
                        .toList());
    }

    @Override
    public void removeNetwork(String name) {
        ask("to remove network " + name, () -> {
            try {
                client().removeNetworkCmd(name).exec();
            } catch (NotFoundException alreadyGone) {
                return false;
            }
            return true;
        });
    }

    @Override
    public List<ContainerSummary> containers(Map<String, String> labels) {
        return ask(
                "for its containers",
                () ->
                        client()
                                .listContainersCmd()
                                .withShowAll(true)
                                .withFilter("label", DockerWords.filters(labels))
                                .exec()
                                .stream()
                                .map(DockerWords::summary)
                                .toList());
    }

    @Override
    public Optional<ContainerSummary> container(ContainerId id) {
        return ask(
                "about container " + id,
                () -> client().listContainersCmd().withShowAll(true).withIdFilter(List.of(id.value())).exec().stream()
                        .map(DockerWords::summary)
                        .findFirst());
    }

    @Override
    public ContainerId create(ContainerSpec spec) {
        return ask("to create container " + spec.name(), () -> {
            CreateContainerCmd command = DockerWords.fill(client().createContainerCmd(spec.image()), spec);
            return new ContainerId(command.exec().getId());
        });
    }

    @Override
    public void start(ContainerId id) {
        ask("to start container " + id, () -> {
            try {
                client().startContainerCmd(id.value()).exec();
            } catch (NotModifiedException runsAlready) {
                return false;
            }
            return true;
        });
    }

    @Override
    public void stop(ContainerId id, Duration patience) {
        ask("to stop container " + id, () -> {
            try {
                client().stopContainerCmd(id.value())
                        .withTimeout((int) patience.toSeconds())
                        .exec();
            } catch (NotModifiedException stoodStill) {
                return false;
            }
            return true;
        });
    }

    @Override
    public void rename(ContainerId id, String name) {
        ask(
                "to rename container " + id + " to " + name,
                () -> client().renameContainerCmd(id.value()).withName(name).exec());
    }

    @Override
    public void pause(ContainerId id) {
        if (!isPaused(id)) {
            ask("to pause container " + id, () -> client().pauseContainerCmd(id.value())
                    .exec());
        }
    }

    @Override
    public void unpause(ContainerId id) {
        if (isPaused(id)) {
            ask("to unpause container " + id, () -> client().unpauseContainerCmd(id.value())
                    .exec());
        }
    }

    private boolean isPaused(ContainerId id) {
        return container(id).filter(ContainerSummary::paused).isPresent();
    }

    @Override
    public Optional<Instant> endedAt(ContainerId id) {
        return ask("when container " + id + " ended", () -> {
            try {
                return DockerWords.endedAt(
                        client().inspectContainerCmd(id.value()).exec().getState());
            } catch (NotFoundException gone) {
                return Optional.empty();
            }
        });
    }

    @Override
    public void remove(ContainerId id) {
        ask("to remove container " + id, () -> {
            try {
                client().removeContainerCmd(id.value())
                        .withForce(true)
                        .withRemoveVolumes(true)
                        .exec();
            } catch (NotFoundException alreadyGone) {
                return false;
            } catch (ConflictException e) {
                awaitEnd(id, e);
            }
            return true;
        });
    }

    /** Somebody else removes it already: that must not take for ever, but neither is it an error. */
    private void awaitEnd(ContainerId id, ConflictException conflict) {
        if (!String.valueOf(conflict.getMessage()).contains("already in progress")) {
            throw conflict;
        }
        for (int look = 0; container(id).isPresent(); look++) {
            if (look == MOST_LOOKS) {
                throw conflict;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    @Override
    public String logTail(ContainerId id, int lines) {
        LogCollector collector = new LogCollector();
        ask("for the log of container " + id, () -> {
            try (LogCollector running = client().logContainerCmd(id.value())
                    .withStdOut(true)
                    .withStdErr(true)
                    .withTail(lines)
                    .exec(collector)) {
                return running.awaitCompletion(5, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            } catch (IOException e) {
                throw new EngineException("The log of container " + id + " could not be read", e);
            }
        });
        return collector.text();
    }

    @Override
    public ProcessStream attach(ContainerId id) {
        return RawConnection.open(
                socket,
                clients.pathPrefix() + "/containers/" + id.value() + "/attach?stream=1&stdin=1&stdout=1&stderr=1",
                "");
    }

    @Override
    public int awaitExit(ContainerId id) {
        return ask("to wait for container " + id, () -> client().waitContainerCmd(id.value())
                .exec(new WaitContainerResultCallback())
                .awaitStatusCode());
    }

    @Override
    public RunningCommand run(ContainerId id, Command command) {
        String exec =
                ask("to run " + command.arguments().getFirst() + " in container " + id, () -> client().execCreateCmd(
                                id.value())
                        .withUser(command.user())
                        .withWorkingDir("/")
                        .withCmd(command.arguments().toArray(String[]::new))
                        .withEnv(command.environment())
                        .withAttachStdin(true)
                        .withAttachStdout(true)
                        .withAttachStderr(true)
                        .exec()
                        .getId());
        ProcessStream streams = RawConnection.open(socket, clients.pathPrefix() + "/exec/" + exec + "/start", NO_TTY);
        return new StartedExec(streams, () -> exitCode(exec));
    }

    /** The engine may hear of a command's end a moment after its output has. */
    private int exitCode(String exec) {
        for (int look = 1; look <= EXIT_LOOKS; look++) {
            Long code = ask("how a command ended", () -> client().inspectExecCmd(exec)
                            .exec())
                    .getExitCodeLong();
            if (code != null) {
                return code.intValue();
            }
            LockSupport.parkNanos(EXIT_PAUSE.toNanos());
        }
        throw new EngineException("The command closed its output but still runs", null);
    }

    private DockerClient client() {
        return clients.negotiated();
    }

    /** An engine that was started again may be another version by now, which does not speak what was agreed on. */
    private <T> T ask(String what, Supplier<T> question) {
        try {
            return askOnce(what, question);
        } catch (EngineException e) {
            if (!DockerClients.isAboutTheVersion(e)) {
                throw e;
            }
            clients.forgetVersion();
            return askOnce(what, question);
        }
    }

    /** Asks, and turns what docker-java throws into words that say what was asked of whom. */
    private <T> T askOnce(String what, Supplier<T> question) {
        try {
            return question.get();
        } catch (DockerException e) {
            throw new EngineException("The engine was asked " + what + " and refused: " + e.getMessage(), e);
        } catch (EngineException e) {
            throw e;
        } catch (RuntimeException e) {
            if (DockerClients.isConnectionFailure(e)) {
                throw EngineUnreachableException.at(socket, e);
            }
            throw e;
        }
    }
}
