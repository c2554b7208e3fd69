package dev.drydock.machine;

import dev.drydock.engine.ContainerId;
import dev.drydock.engine.ContainerSpec;
import dev.drydock.engine.ContainerSpec.Limits;
import dev.drydock.engine.ContainerSpec.VolumeMount;
import dev.drydock.instance.InstanceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * What a machine's container and a probe's container are made of. Everything that keeps a machine in its place is said here: see
 * docs/security.md.
 */
final class MachineBlueprint {

    private static final long PROBE_MEMORY = 256L * 1024 * 1024;

    private final InstanceId instance;
    private final MachineProperties properties;
    private final List<String> security;

    /** @param security the seccomp and, where there is AppArmor, the AppArmor option */
    MachineBlueprint(InstanceId instance, MachineProperties properties, List<String> security) {
        this.instance = instance;
        this.properties = properties;
        this.security = List.copyOf(security);
    }

    InstanceId instance() {
        return instance;
    }

    String image() {
        String configured = properties.image();
        return configured != null ? configured : "drydock/machine:" + instance;
    }

    String volumeName(MachineId id) {
        return instance.named("data-" + id);
    }

    /** The volume in which the mirror's socket lies; the mirror owns what is in it. */
    String mirrorSocketVolume() {
        return instance.named("mirror-socket");
    }

    /** The volume in which the egress proxy's socket lies, where the host allows one; the proxy owns what is in it. */
    String internetSocketVolume() {
        return instance.named("internet-socket");
    }

    Map<String, String> instanceLabel() {
        return Map.of(Labels.INSTANCE, instance.value());
    }

    Map<String, String> volumeLabels(MachineId id) {
        return Map.of(Labels.INSTANCE, instance.value(), Labels.ROLE, Labels.MACHINE_ROLE, Labels.MACHINE, id.value());
    }

    Map<String, String> machineVolumeLabels() {
        return Map.of(Labels.INSTANCE, instance.value(), Labels.ROLE, Labels.MACHINE_ROLE);
    }

    MachineName machineName(MachineId id) {
        return new MachineName(instance.named(id.value()), Optional.empty(), false);
    }

    /** @param layerBytes how large the container's own layer may become, where the engine can see to it */
    ContainerSpec machine(MachineId id, HostUid uid, OptionalLong layerBytes, VolumeMount... volumes) {
        return ContainerSpec.of(image())
                .name(machineName(id).toString())
                .hostname("lab")
                .user("0:0")
                .environment(List.of("OWNER=" + uid))
                .labels(Map.of(
                        Labels.INSTANCE, instance.value(),
                        Labels.ROLE, Labels.MACHINE_ROLE,
                        Labels.MACHINE, id.value(),
                        Labels.UID, uid.toString()))
                .volumes(volumes)
                .capabilities("SETUID", "SETGID")
                .security(security)
                .limits(new Limits(
                        OptionalLong.of(properties.memory().toBytes()), properties.cpus(), properties.processes()))
                .layerBytes(layerBytes)
                .wholeProc()
                .build();
    }

    long diskBytes() {
        return properties.disk().toBytes();
    }

    /**
     * The machine that something is made beside.
     *
     * @param image the one that the machine was made from, by name or id
     */
    record Beside(MachineId id, HostUid uid, ContainerId container, String image) {}

    /**
     * A probe: shares nothing with the machine but its process namespace, from the outer side, where the machine's owner sees
     * nothing. It has limits of its own, so that a machine at its limits cannot make a probe fail.
     */
    ContainerSpec probe(Beside machine, Probe probe) {
        return beside(machine)
                .entrypoint("machine-enter", "check")
                .environment(environmentOf(probe))
                .takesInput()
                .build();
    }

    /** The same, with nothing in it yet. */
    ContainerSpec probePlace(Beside machine) {
        return beside(machine).entrypoint("sleep", "infinity").build();
    }

    static List<String> environmentOf(Probe probe) {
        List<String> environment = new ArrayList<>();
        environment.add("DRYDOCK_LANGUAGE=" + probe.language());
        if (probe.engineOptional()) {
            environment.add("DRYDOCK_ENGINE=optional");
        }
        probe.variables().forEach((name, value) -> environment.add("CHECK_" + name + "=" + value));
        return environment;
    }

    private ContainerSpec.Builder beside(Beside machine) {
        List<String> options = new ArrayList<>(security);
        options.add("no-new-privileges");
        return ContainerSpec.of(machine.image())
                .name(instance.named("probe-" + UUID.randomUUID()))
                .user(machine.uid().userAndGroup())
                .labels(Map.of(
                        Labels.INSTANCE,
                        instance.value(),
                        Labels.ROLE,
                        Labels.PROBE_ROLE,
                        Labels.MACHINE,
                        machine.id().value()))
                .tmpfs(Map.of("/run/check", "rw,exec,nosuid,nodev,size=16m,mode=1777", "/tmp", "rw,size=16m,mode=1777"))
                .security(options)
                .limits(new Limits(OptionalLong.of(PROBE_MEMORY), 1, 128))
                .pidNamespaceOf(machine.container())
                .readOnly()
                .wholeProc();
    }
}
