package dev.drydock.machine;

import dev.drydock.engine.ContainerId;
import dev.drydock.engine.ContainerSpec.VolumeMount;
import dev.drydock.engine.ContainerSummary;
import dev.drydock.engine.Engine;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Machines as unprivileged containers of a Docker Engine. */
final class DockerMachineRuntime implements MachineRuntime {

    private final Engine engine;
    private final MachineBlueprint blueprint;

    DockerMachineRuntime(Engine engine, MachineBlueprint blueprint) {
        this.engine = engine;
        this.blueprint = blueprint;
    }

    @Override
    public Machine create(Owner owner) {
        if (engine.imageLabels(blueprint.image()).isEmpty()) {
            throw MachineException.noImage(blueprint.image());
        }
        MachineId id = MachineId.random();
        String volume = blueprint.volumeName(id);
        engine.ensureVolume(blueprint.mirrorSocketVolume(), blueprint.instanceLabel());
        engine.ensureVolume(volume, blueprint.volumeLabels(id));
        DockerMachine machine = null;
        try {
            machine = createContainer(id, owner, volume);
            machine.startNew();
            return machine;
        } catch (RuntimeException e) {
            if (machine != null) {
                machine.remove();
            }
            engine.removeVolume(volume);
            throw e;
        }
    }

    @Override
    public List<Machine> existing() {
        return containers(Labels.MACHINE_ROLE).stream()
                .sorted(Comparator.comparing(ContainerSummary::created))
                .<Machine>map(container -> new DockerMachine(
                        engine,
                        blueprint,
                        container.id(),
                        new MachineId(Labels.of(container, Labels.MACHINE)),
                        new Owner(Labels.of(container, Labels.OWNER)),
                        HostUid.parse(Labels.of(container, Labels.UID))))
                .toList();
    }

    @Override
    public void sweep() {
        containers(Labels.PROBE_ROLE).forEach(probe -> engine.remove(probe.id()));
        Set<String> used = new HashSet<>();
        for (ContainerSummary container : containers(Labels.MACHINE_ROLE)) {
            used.add(blueprint.volumeName(new MachineId(Labels.of(container, Labels.MACHINE))));
        }
        engine.volumes(blueprint.machineVolumeLabels()).stream()
                .filter(volume -> !used.contains(volume))
                .forEach(engine::removeVolume);
    }

    private List<ContainerSummary> containers(String role) {
        return engine.containers(Map.of(Labels.INSTANCE, blueprint.instance().value(), Labels.ROLE, role));
    }

    /** The engine knows no way to reserve an id, so: take one that nobody has, and look whether somebody else did too. */
    private DockerMachine createContainer(MachineId id, Owner owner, String volume) {
        while (true) {
            HostUid uid = HostUid.notIn(takenUids());
            ContainerId container = engine.create(blueprint.machine(
                    id,
                    owner,
                    uid,
                    new VolumeMount(blueprint.mirrorSocketVolume(), "/mirror", true),
                    new VolumeMount(volume, "/data", false)));
            if (hasAlone(uid)) {
                return new DockerMachine(engine, blueprint, container, id, owner, uid);
            }
            engine.remove(container);
        }
    }

    private Set<Integer> takenUids() {
        Set<Integer> taken = new HashSet<>();
        for (ContainerSummary container : engine.containers(Map.of(Labels.UID, ""))) {
            HostUid.tryParse(Labels.of(container, Labels.UID)).ifPresent(uid -> taken.add(uid.value()));
        }
        return taken;
    }

    private boolean hasAlone(HostUid uid) {
        return engine.containers(Map.of(Labels.UID, uid.toString(), Labels.ROLE, Labels.MACHINE_ROLE))
                        .size()
                == 1;
    }
}
