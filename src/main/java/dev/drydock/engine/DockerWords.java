package dev.drydock.engine;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import com.github.dockerjava.api.model.VolumeOptions;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says a {@link ContainerSpec} in docker-java's words. */
final class DockerWords {

    private static final int TEN_SECONDS = 10;

    private DockerWords() {}

    static List<String> filters(Map<String, String> labels) {
        return labels.entrySet().stream()
                .map(label -> label.getValue().isEmpty() ? label.getKey() : label.getKey() + "=" + label.getValue())
                .toList();
    }

    /** When a container ended; the engine says the year 1 of one that never did. */
    static Optional<Instant> endedAt(ContainerState state) {
        if (Boolean.TRUE.equals(state.getRunning()) || state.getFinishedAt() == null) {
            return Optional.empty();
        }
        return Optional.of(OffsetDateTime.parse(state.getFinishedAt()).toInstant())
                .filter(ended -> ended.isAfter(Instant.EPOCH));
    }

    static ContainerSummary summary(Container container) {
        String name = Arrays.stream(container.getNames())
                .findFirst()
                .map(n -> n.substring(1))
                .orElse("");
        return new ContainerSummary(
                new ContainerId(container.getId()),
                name,
                container.getState(),
                container.getImage(),
                Instant.ofEpochSecond(container.getCreated()),
                container.getLabels());
    }

    static CreateContainerCmd fill(CreateContainerCmd command, ContainerSpec spec) {
        if (!spec.entrypoint().isEmpty()) {
            command.withEntrypoint(spec.entrypoint());
        }
        return command.withName(spec.name())
                .withHostName(spec.hostname())
                .withUser(spec.user())
                .withEnv(spec.environment())
                .withLabels(spec.labels())
                .withStdinOpen(spec.takesInput())
                .withStdInOnce(spec.takesInput())
                .withAttachStdin(spec.takesInput())
                .withStopTimeout(TEN_SECONDS)
                .withHostConfig(hostConfig(spec));
    }

    private static HostConfig hostConfig(ContainerSpec spec) {
        HostConfig config = spec.wholeProc() ? new UnmaskedHostConfig() : new HostConfig();
        String network = spec.network();
        config.withNetworkMode(network == null ? "none" : network)
                .withDns(spec.nameServers())
                .withCapDrop(Capability.ALL)
                .withCapAdd(
                        spec.capabilities().stream().map(Capability::valueOf).toArray(Capability[]::new))
                .withSecurityOpts(spec.security())
                .withReadonlyRootfs(spec.readOnly())
                .withTmpFs(spec.tmpfs())
                .withMounts(spec.volumes().stream().map(DockerWords::mount).toList())
                .withNanoCPUs(Math.round(spec.limits().cpus() * 1e9))
                .withPidsLimit(spec.limits().processes())
                .withLogConfig(new LogConfig(
                        LogConfig.LoggingType.LOCAL, Map.of("max-size", "1m", "max-file", "2", "compress", "false")));
        spec.limits().memoryBytes().ifPresent(bytes -> config.withMemory(bytes).withMemorySwap(bytes));
        spec.layerBytes().ifPresent(bytes -> config.withStorageOpt(Map.of("size", Long.toString(bytes))));
        ContainerId shared = spec.pidNamespaceOf();
        if (shared != null) {
            config.withPidMode("container:" + shared.value());
        }
        return config;
    }

    private static Mount mount(ContainerSpec.VolumeMount volume) {
        return new Mount()
                .withType(MountType.VOLUME)
                .withSource(volume.volume())
                .withTarget(volume.target())
                .withReadOnly(volume.readOnly())
                // Who may only read a volume must not be the one who fills it from its image either.
                .withVolumeOptions(new VolumeOptions().withNoCopy(volume.readOnly()));
    }

    /** docker-java has no words for these two; empty lists mean that the engine masks nothing. */
    private static final class UnmaskedHostConfig extends HostConfig {

        private static final long serialVersionUID = 1L;

        @JsonProperty("MaskedPaths")
        List<String> masked() {
            return List.of();
        }

        @JsonProperty("ReadonlyPaths")
        List<String> readOnly() {
            return List.of();
        }
    }
}
