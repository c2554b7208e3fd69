package dev.drydock.attempt;

import dev.drydock.account.Learner;
import dev.drydock.lesson.Lesson;
import dev.drydock.machine.DiskFullException;
import dev.drydock.machine.Machine;
import dev.drydock.machine.NoRoomException;
import dev.drydock.preparation.Outcome;
import dev.drydock.preparation.Preparation;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** A learner's machine, prepared for the lesson that they are in: once for each machine and lesson. */
@Component
class Workplaces {

    private static final Logger log = LoggerFactory.getLogger(Workplaces.class);

    private final LearnerMachines machines;
    private final PreparedLessons prepared;
    private final Turns turns;
    private final CourseNetwork network;

    Workplaces(LearnerMachines machines, PreparedLessons prepared, Turns turns, CourseNetwork network) {
        this.machines = machines;
        this.prepared = prepared;
        this.turns = turns;
        this.network = network;
    }

    /** Whether there is nothing left to prepare, as far as can be told without asking the machine. */
    boolean isPrepared(Learner learner, Lesson lesson) {
        return hasItsNetwork(learner, lesson)
                && (lesson.start().isEmpty()
                        || machines.lastSeen(learner)
                                .filter(machine -> prepared.contains(machine, lesson))
                                .isPresent());
    }

    /** Whether the internet is open to the learner's machine, or closed, as the lesson has it. */
    boolean hasItsNetwork(Learner learner, Lesson lesson) {
        return machines.hasInternet(learner) == network.hasInternet(lesson);
    }

    /** The learner's place in line where there is no room for a machine; null where there is room, and for who has one. */
    @Nullable
    Integer placeWithoutRoom(Learner learner) {
        OptionalInt place = machines.placeWithoutRoom(learner);
        return place.isPresent() ? place.getAsInt() : null;
    }

    /** Starts the learner's machine where need be, and prepares it for the lesson. */
    Readiness open(Learner learner, Lesson lesson) {
        return turns.take(learner, () -> {
            try {
                Outcome outcome = prepare(learner, machines.openWithDocker(learner), lesson);
                return outcome instanceof Outcome.Failed
                        ? Readiness.FAILED
                        : hasItsNetwork(learner, lesson) ? Readiness.READY : Readiness.OFFLINE;
            } catch (NoRoomException e) {
                log.warn("No machine for learner {}. {}", learner.id(), e.getMessage());
                return Readiness.FULL;
            } catch (DiskFullException e) {
                // The terminal says why.
                log.info("No machine for learner {} yet. {}", learner.id(), e.getMessage());
                return Readiness.AWAY;
            } catch (DataAccessException e) {
                throw e; // It is not the machine that is to blame.
            } catch (RuntimeException e) {
                log.error("The machine of learner {} cannot be opened. {}", learner.id(), e.getMessage(), e);
                return Readiness.AWAY;
            }
        });
    }

    /** Prepares a machine that runs, unless that has been done. It has to be the learner's turn. */
    Outcome prepare(Learner learner, Machine machine, Lesson lesson) {
        network.apply(machine, lesson);
        if (lesson.start().isEmpty() || prepared.contains(machine.id(), lesson)) {
            return new Outcome.Ready();
        }
        Outcome outcome = preparation(learner, machine, lesson).startOf(lesson);
        switch (outcome) {
            case Outcome.Ready() -> prepared.add(machine.id(), lesson);
            case Outcome.Failed failed ->
                log.error(
                        "Machine {} cannot be prepared for {}/{}: {}",
                        machine.id(),
                        lesson.course(),
                        lesson.id(),
                        failed);
        }
        return outcome;
    }

    static Preparation preparation(Learner learner, Machine machine, Lesson lesson) {
        return new Preparation(machine, lesson.variablesFor(learner.name()).asEnvironment());
    }
}
