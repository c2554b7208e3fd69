package dev.drydock.machine;

import dev.drydock.engine.ContainerId;
import dev.drydock.engine.ContainerSpec.VolumeMount;
import dev.drydock.engine.ContainerSummary;
import dev.drydock.engine.Engine;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;

/** Machines as unprivileged containers of a Docker Engine. */
final class DockerMachineRuntime implements MachineRuntime {

    private final Engine engine;
    private final MachineBlueprint blueprint;
    private final DiskQuota volumeQuota;
    private final DiskQuota layerQuota;
    private final InternetWays ways = new InternetWays();
    private final Leftovers leftovers;

    DockerMachineRuntime(Engine engine, MachineBlueprint blueprint) {
        this.engine = engine;
        this.blueprint = blueprint;
        this.leftovers = new Leftovers(engine);
        this.volumeQuota = new DiskQuota("volumes", blueprint.diskBytes());
        this.layerQuota = new DiskQuota("containers", blueprint.diskBytes());
    }

    @Override
    public Spare create() {
        if (engine.imageLabels(blueprint.image()).isEmpty()) {
            throw MachineException.noImage(blueprint.image());
        }
        MachineId id = MachineId.random();
        String volume = blueprint.volumeName(id);
        engine.ensureVolume(blueprint.mirrorSocketVolume(), blueprint.instanceLabel());
        engine.ensureVolume(blueprint.internetSocketVolume(), blueprint.instanceLabel());
        volumeQuota.provide(most -> createVolume(volume, id, most));
        DockerSpare spare = null;
        try {
            spare = createContainer(id, volume);
            spare.start();
            return spare;
        } catch (RuntimeException e) {
            if (spare == null) {
                leftovers.removeVolume(volume);
            } else {
                spare.remove();
            }
            throw e;
        }
    }

    private void createVolume(String volume, MachineId id, OptionalLong most) {
        if (most.isPresent()) {
            engine.createVolume(volume, blueprint.volumeLabels(id), most.getAsLong());
        } else {
            engine.ensureVolume(volume, blueprint.volumeLabels(id));
        }
    }

    @Override
    public List<Machine> existing() {
        return containers(Labels.MACHINE_ROLE).stream()
                .filter(container -> MachineName.of(container).owner().isPresent())
                .sorted(Comparator.comparing((ContainerSummary container) ->
                                MachineName.of(container).next())
                        .thenComparing(ContainerSummary::created))
                .<Machine>map(container -> spareIn(container)
                        .machine(MachineName.of(container).owner().orElseThrow()))
                .toList();
    }

    @Override
    public List<Spare> spares() {
        return containers(Labels.MACHINE_ROLE).stream()
                .filter(this::isSpare)
                .<Spare>map(this::spareIn)
                .toList();
    }

    @Override
    public Census census() {
        List<ContainerSummary> all = containers(Labels.MACHINE_ROLE);
        List<ContainerSummary> owned = all.stream()
                .filter(container -> MachineName.of(container).owner().isPresent())
                .toList();
        int paused = count(owned, ContainerSummary::paused);
        int running = count(owned, container -> container.running() && !container.paused());
        return new Census(
                running,
                paused,
                owned.size() - running - paused,
                count(all, this::isSpare),
                count(owned, container -> !container.image().equals(blueprint.image())));
    }

    private static int count(List<ContainerSummary> containers, Predicate<ContainerSummary> which) {
        return Math.toIntExact(containers.stream().filter(which).count());
    }

    /** Where the image's name has gone on to another image, the engine tells the old one's id instead. */
    private boolean isSpare(ContainerSummary container) {
        return MachineName.of(container).owner().isEmpty()
                && container.running()
                && container.image().equals(blueprint.image());
    }

    @Override
    public void settle(Machine promised) {
        DockerMachine machine = (DockerMachine) promised;
        engine.container(machine.container()).ifPresent(this::settle);
    }

    private void settle(ContainerSummary container) {
        MachineName name = MachineName.of(container);
        if (name.next()) {
            engine.rename(
                    container.id(), name.givenTo(name.owner().orElseThrow()).toString());
        }
    }

    private DockerSpare spareIn(ContainerSummary container) {
        return new DockerSpare(
                engine,
                blueprint,
                ways,
                leftovers,
                container.id(),
                new MachineId(Labels.of(container, Labels.MACHINE)),
                HostUid.parse(Labels.of(container, Labels.UID)));
    }

    @Override
    public void sweep() {
        containers(Labels.PROBE_ROLE).forEach(probe -> leftovers.remove(probe.id()));
        Set<String> used = new HashSet<>();
        for (ContainerSummary container : containers(Labels.MACHINE_ROLE)) {
            if (MachineName.of(container).owner().isEmpty() && !isSpare(container)) {
                spareIn(container).remove();
                continue;
            }
            settle(container);
            used.add(blueprint.volumeName(new MachineId(Labels.of(container, Labels.MACHINE))));
        }
        engine.volumes(blueprint.machineVolumeLabels()).stream()
                .filter(volume -> !used.contains(volume))
                .forEach(leftovers::removeVolume);
    }

    @Override
    public void discard(Machine machine) {
        ways.forget(machine.id());
        leftovers.remove(((DockerMachine) machine).container(), blueprint.volumeName(machine.id()));
    }

    @Override
    public void tidy() {
        leftovers.retry();
    }

    /**
     * Label and name have to be ours: a container that somebody has run from a snapshot of a machine ({@code docker commit}) has its labels, and
     * would take its volume along.
     */
    private List<ContainerSummary> containers(String role) {
        return engine.containers(Map.of(Labels.INSTANCE, blueprint.instance().value(), Labels.ROLE, role)).stream()
                .filter(container ->
                        container.name().startsWith(blueprint.instance().named("")))
                .toList();
    }

    /** The engine knows no way to reserve an id, so: take one that nobody has, and look whether somebody else did too. */
    private DockerSpare createContainer(MachineId id, String volume) {
        while (true) {
            HostUid uid = HostUid.notIn(takenUids());
            ContainerId container = layerQuota.make(most -> engine.create(blueprint.machine(
                    id,
                    uid,
                    most,
                    new VolumeMount(blueprint.mirrorSocketVolume(), "/mirror", true),
                    // Only the outer side sees it: it is not mounted below /machine.
                    new VolumeMount(blueprint.internetSocketVolume(), "/internet", true),
                    new VolumeMount(volume, "/data", false))));
            if (hasAlone(uid)) {
                return new DockerSpare(engine, blueprint, ways, leftovers, container, id, uid);
            }
            leftovers.remove(container);
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
