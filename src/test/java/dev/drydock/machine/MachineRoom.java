package dev.drydock.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.engine.ContainerId;
import dev.drydock.engine.ContainerSummary;
import dev.drydock.engine.Engine;
import dev.drydock.instance.InstanceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.util.unit.DataSize;

/**
 * Machines for one test class, on an instance of their own. However the class ends, nothing of that instance is left afterwards; nothing
 * of any other is touched.
 */
public final class MachineRoom implements BeforeAllCallback, AfterAllCallback {

    /** Machines of a usual size. */
    static final MachineProperties USUAL = properties(DataSize.ofMegabytes(768), 768);

    private static final Engine ENGINE = connect();

    private final InstanceId instance =
            new InstanceId("7e57%08x".formatted(ThreadLocalRandom.current().nextInt()));
    private final List<MachineRoom> neighbours = new ArrayList<>();
    private final AtomicInteger owners = new AtomicInteger();
    private @Nullable Machine shared;

    /** The image that machines are made from here. */
    public static String machineImage() {
        return System.getenv().getOrDefault("DRYDOCK_MACHINE_IMAGE", "drydock/machine:dev");
    }

    static MachineProperties properties(DataSize memory, long processes) {
        return new MachineProperties(machineImage(), memory, 2, processes, DataSize.ofGigabytes(10), "drydock-machine");
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        assertThat(ENGINE.imageLabels(machineImage()))
                .as(
                        "the image %s: build it (docker build --target machine -t %s .),"
                                + " or name another in DRYDOCK_MACHINE_IMAGE",
                        machineImage(), machineImage())
                .isPresent();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        neighbours.forEach(neighbour -> neighbour.afterAll(context));
        Map<String, String> ours = Map.of(InstanceId.LABEL, instance.value());
        ENGINE.containers(ours).forEach(container -> ENGINE.remove(container.id()));
        ENGINE.volumes(ours).forEach(ENGINE::removeVolume);
    }

    public Engine engine() {
        return ENGINE;
    }

    public InstanceId instance() {
        return instance;
    }

    /** Another instance on the same engine. */
    MachineRoom neighbour() {
        MachineRoom neighbour = new MachineRoom();
        neighbours.add(neighbour);
        return neighbour;
    }

    DockerMachineRuntime runtime() {
        return runtime(USUAL);
    }

    DockerMachineRuntime runtime(MachineProperties properties) {
        return new DockerMachineRuntime(
                ENGINE, new MachineBlueprint(instance, properties, MachineConfiguration.securityOptions(properties)));
    }

    /** The machine that the tests of this class share. */
    public synchronized Machine machine() {
        if (shared == null) {
            shared = newMachine();
        }
        return shared;
    }

    /** A machine that nobody else has, for tests that leave it in ruins. */
    public Machine newMachine() {
        return newMachine(USUAL);
    }

    Machine newMachine(MachineProperties properties) {
        return runtime(properties).create().give(new Owner("learner-" + owners.incrementAndGet()));
    }

    ContainerId containerOf(Machine machine) {
        List<ContainerSummary> containers =
                ENGINE.containers(Map.of(Labels.MACHINE, machine.id().value(), Labels.ROLE, Labels.MACHINE_ROLE));
        assertThat(containers).as("containers of machine %s", machine.id()).hasSize(1);
        return containers.getFirst().id();
    }

    HostView hostView(Machine machine) {
        return new HostView(ENGINE, containerOf(machine), instance);
    }

    /** The host uid that a machine says it has. */
    String uidOf(Machine machine) {
        return ENGINE.container(containerOf(machine)).orElseThrow().labels().getOrDefault(Labels.UID, "");
    }

    /** The names of the containers and volumes of one machine. */
    List<String> belongingsOf(Machine machine) {
        Map<String, String> its = Map.of(Labels.MACHINE, machine.id().value());
        List<String> names = new ArrayList<>(ENGINE.volumes(its));
        ENGINE.containers(its).forEach(container -> names.add(container.name()));
        return names;
    }

    /** The names of everything on the engine that belongs to this instance. */
    List<String> belongings() {
        Map<String, String> ours = Map.of(InstanceId.LABEL, instance.value());
        List<String> names = new ArrayList<>(ENGINE.volumes(ours));
        ENGINE.containers(ours).forEach(container -> names.add(container.name()));
        return names;
    }

    private static Engine connect() {
        var context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getSystemProperties()
                .put(
                        "drydock.engine.address",
                        System.getenv().getOrDefault("DOCKER_HOST", "unix:///var/run/docker.sock"));
        context.scan("dev.drydock.engine");
        context.refresh();
        return context.getBean(Engine.class);
    }
}
