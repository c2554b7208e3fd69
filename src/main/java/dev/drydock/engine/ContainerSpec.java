package dev.drydock.engine;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What to ask of the engine for one container. It has no word for privileged mode, host directories or host namespaces: Drydock's
 * containers never get them.
 *
 * @param name its name
 * @param image the image's name
 * @param hostname its host name
 * @param user {@code uid:gid} of its first process
 * @param entrypoint replaces the image's entry point; empty: the image's own
 * @param environment {@code NAME=value} entries
 * @param labels labels
 * @param volumes volumes and where they are mounted
 * @param tmpfs mount point to mount options
 * @param capabilities the capabilities that are kept when all others are dropped
 * @param security options such as {@code seccomp=…}
 * @param limits memory, processor and process limits
 * @param layerBytes how large its own layer may become, where the engine's storage can hold it to that
 * @param pidNamespaceOf the container whose process namespace it joins
 * @param network one of Drydock's own, which {@link Engine#ensureNetwork} makes; null for none but loopback
 * @param nameServers addresses to ask for names in that network; empty: those of the host
 * @param readOnly whether its root file system is read-only
 * @param wholeProc whether nothing of /proc and /sys is masked, which a nested user namespace needs
 * @param takesInput whether somebody will write to its standard input
 */
public record ContainerSpec(
        String name,
        String image,
        String hostname,
        String user,
        List<String> entrypoint,
        List<String> environment,
        Map<String, String> labels,
        List<VolumeMount> volumes,
        Map<String, String> tmpfs,
        List<String> capabilities,
        List<String> security,
        Limits limits,
        OptionalLong layerBytes,
        @Nullable ContainerId pidNamespaceOf,
        @Nullable String network,
        List<String> nameServers,
        boolean readOnly,
        boolean wholeProc,
        boolean takesInput) {

    public ContainerSpec {
        entrypoint = List.copyOf(entrypoint);
        environment = List.copyOf(environment);
        labels = Map.copyOf(labels);
        volumes = List.copyOf(volumes);
        tmpfs = Map.copyOf(tmpfs);
        capabilities = List.copyOf(capabilities);
        security = List.copyOf(security);
        nameServers = List.copyOf(nameServers);
        if (network != null && !network.startsWith("drydock-")) {
            throw new IllegalArgumentException(
                    "'" + network + "' is no network of Drydock's own. Those are called drydock-INSTANCE-….");
        }
    }

    /** A container of this image that may do nothing beyond computing: no capability, no volume, no network. */
    public static Builder of(String image) {
        return new Builder(image);
    }

    /** A volume and where it appears. */
    public record VolumeMount(String volume, String target, boolean readOnly) {}

    /**
     * What a container may use of the host.
     *
     * @param memoryBytes memory and swap together
     * @param cpus processors, such as 1.5
     * @param processes processes and threads
     */
    public record Limits(OptionalLong memoryBytes, double cpus, long processes) {}

    /** Collects a {@link ContainerSpec}; everything that is not named stays at its safest. */
    public static final class Builder {

        private final String image;
        private String name = "";
        private String hostname = "drydock";
        private String user = "65534:65534";
        private List<String> entrypoint = List.of();
        private List<String> environment = List.of();
        private Map<String, String> labels = Map.of();
        private List<VolumeMount> volumes = List.of();
        private Map<String, String> tmpfs = Map.of();
        private List<String> capabilities = List.of();
        private List<String> security = List.of("no-new-privileges");
        private Limits limits = new Limits(OptionalLong.empty(), 1, 64);
        private OptionalLong layerBytes = OptionalLong.empty();
        private @Nullable ContainerId pidNamespaceOf;
        private @Nullable String network;
        private List<String> nameServers = List.of();
        private boolean readOnly;
        private boolean wholeProc;
        private boolean takesInput;

        private Builder(String image) {
            this.image = image;
        }

        public Builder name(String value) {
            name = value;
            return this;
        }

        public Builder hostname(String value) {
            hostname = value;
            return this;
        }

        public Builder user(String value) {
            user = value;
            return this;
        }

        public Builder entrypoint(String... command) {
            entrypoint = List.of(command);
            return this;
        }

        public Builder environment(List<String> entries) {
            environment = entries;
            return this;
        }

        public Builder labels(Map<String, String> value) {
            labels = value;
            return this;
        }

        public Builder volumes(VolumeMount... mounts) {
            volumes = List.of(mounts);
            return this;
        }

        public Builder tmpfs(Map<String, String> mounts) {
            tmpfs = mounts;
            return this;
        }

        public Builder capabilities(String... kept) {
            capabilities = List.of(kept);
            return this;
        }

        public Builder security(List<String> options) {
            security = options;
            return this;
        }

        public Builder limits(Limits value) {
            limits = value;
            return this;
        }

        public Builder layerBytes(OptionalLong most) {
            layerBytes = most;
            return this;
        }

        public Builder pidNamespaceOf(ContainerId other) {
            pidNamespaceOf = other;
            return this;
        }

        public Builder network(String own, List<String> servers) {
            network = own;
            nameServers = servers;
            return this;
        }

        public Builder readOnly() {
            readOnly = true;
            return this;
        }

        public Builder wholeProc() {
            wholeProc = true;
            return this;
        }

        public Builder takesInput() {
            takesInput = true;
            return this;
        }

        public ContainerSpec build() {
            return new ContainerSpec(
                    name,
                    image,
                    hostname,
                    user,
                    entrypoint,
                    environment,
                    labels,
                    volumes,
                    tmpfs,
                    capabilities,
                    security,
                    limits,
                    layerBytes,
                    pidNamespaceOf,
                    network,
                    nameServers,
                    readOnly,
                    wholeProc,
                    takesInput);
        }
    }
}
