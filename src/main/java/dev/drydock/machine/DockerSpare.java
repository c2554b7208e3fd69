package dev.drydock.machine;

import dev.drydock.engine.ContainerId;
import dev.drydock.engine.ContainerSummary;
import dev.drydock.engine.Engine;

/** A spare machine that is a container; who gets it is written into its name. */
record DockerSpare(
        Engine engine,
        MachineBlueprint blueprint,
        InternetWays ways,
        Leftovers leftovers,
        ContainerId container,
        MachineId id,
        HostUid uid)
        implements Spare {

    /** To start a machine, it does not matter whose it is. */
    private static final Owner NOBODY = new Owner("nobody");

    /** Starts it and waits until its Docker Engine answers. */
    void start() {
        machine(NOBODY).startNew();
    }

    @Override
    public boolean isRunning() {
        return engine.container(container).filter(ContainerSummary::running).isPresent();
    }

    @Override
    public boolean isReady() {
        return isRunning() && machine(NOBODY).isReady();
    }

    @Override
    public Machine give(Owner owner) {
        engine.rename(container, blueprint.machineName(id).givenTo(owner).toString());
        return machine(owner);
    }

    @Override
    public Machine promise(Owner owner) {
        engine.rename(container, blueprint.machineName(id).promisedTo(owner).toString());
        return machine(owner);
    }

    @Override
    public void remove() {
        ways.forget(id);
        leftovers.remove(container, blueprint.volumeName(id));
    }

    DockerMachine machine(Owner owner) {
        return new DockerMachine(engine, blueprint, ways, leftovers, container, id, owner, uid);
    }
}
