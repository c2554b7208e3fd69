package dev.drydock.attempt;

import dev.drydock.account.Learner;
import dev.drydock.account.LearnerId;
import dev.drydock.account.Learners;
import dev.drydock.machine.DiskUsage;
import dev.drydock.machine.Machine;
import dev.drydock.machine.MachineId;
import dev.drydock.machine.Machines;
import dev.drydock.machine.Owner;
import dev.drydock.machine.Owners;
import dev.drydock.machine.Waiting;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Each learner's own machine. */
@Component
public class LearnerMachines {

    private final Machines machines;
    private final CourseNetwork network;
    private final Turns turns;

    LearnerMachines(Machines machines, CourseNetwork network, Turns turns) {
        this.machines = machines;
        this.network = network;
        this.turns = turns;
    }

    /** The learner's machine as it is, if they have one. */
    public Optional<Machine> find(Learner learner) {
        return machines.find(ownerOf(learner.id()));
    }

    /** The learner's machine, running; made or started where need be, which takes a moment. */
    public Machine open(Learner learner) {
        return open(learner, Waiting.SILENT);
    }

    /** The same, for somebody who wants to know how long it takes. */
    public Machine open(Learner learner, Waiting waiting) {
        Machine machine = machines.open(ownerOf(learner.id()), waiting);
        // Else it could open what a lesson of another course closes meanwhile. Whoever has the turn sees to the network
        // first.
        turns.takeIfFree(learner, () -> network.restore(machine, learner.id()));
        return machine;
    }

    /** Tells that the learner is there, so that their machine is not put to rest. */
    public void used(Learner learner) {
        machines.used(ownerOf(learner.id()));
    }

    /** Until when the learner's machine is kept if they do not use it; nothing unless it has been put to rest for long. */
    public Optional<Instant> keptUntil(Learner learner) {
        return machines.keptUntil(ownerOf(learner.id()));
    }

    /** What the learner's machine takes of the disk, where that has been measured. */
    public Optional<DiskUsage> diskUsage(Learner learner) {
        return machines.diskUsage(ownerOf(learner.id()));
    }

    /** See {@link Machines#placeWithoutRoom}. */
    OptionalInt placeWithoutRoom(Learner learner) {
        return machines.placeWithoutRoom(ownerOf(learner.id()));
    }

    /** Like {@link #open(Learner)}, and starts the Docker Engine in it where the learner has stopped it. */
    Machine openWithDocker(Learner learner) {
        Machine machine = open(learner);
        machine.exec(List.of("service", "docker", "start"), new byte[0]);
        return machine;
    }

    /** Which machine the learner was last seen to have; costs nothing. */
    public Optional<MachineId> lastSeen(Learner learner) {
        return machines.lastSeen(ownerOf(learner.id()));
    }

    /** Whether the machine that the learner was last seen to have has its way to the internet open; costs nothing. */
    boolean hasInternet(Learner learner) {
        return machines.hasInternet(ownerOf(learner.id()));
    }

    /** Gives the learner a new machine in place of theirs, once it has been brought into shape; see {@link Machines#replace}. */
    Machine replace(Learner learner, Consumer<Machine> shape) {
        return machines.replace(ownerOf(learner.id()), shape);
    }

    static Owner ownerOf(LearnerId learner) {
        return new Owner(learner.value());
    }

    static LearnerId learnerOf(Owner owner) {
        return new LearnerId(owner.value());
    }

    /** Whoever is still a learner has a right to their machine. */
    @Component
    record LearnersOwn(Learners learners) implements Owners {

        @Override
        public boolean knows(Owner owner) {
            try {
                return learners.find(learnerOf(owner)).isPresent();
            } catch (IllegalArgumentException notALearnersId) {
                return false;
            }
        }
    }
}
