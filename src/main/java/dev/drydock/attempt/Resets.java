package dev.drydock.attempt;

import dev.drydock.account.Learner;
import dev.drydock.account.LearnerId;
import dev.drydock.lesson.Lesson;
import dev.drydock.lesson.Task;
import dev.drydock.machine.Machine;
import dev.drydock.machine.MachineId;
import dev.drydock.machine.NoRoomException;
import dev.drydock.preparation.Outcome;
import dev.drydock.preparation.Preparation;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Gives a learner a fresh machine at the start of a lesson or of a task. The old machine is theirs until the new one is ready, so a reset that
 * fails has changed nothing. Progress is never touched.
 */
@Component
public class Resets {

    private static final Logger log = LoggerFactory.getLogger(Resets.class);

    private final LearnerMachines machines;
    private final PreparedLessons prepared;
    private final Turns turns;
    private final CourseNetwork network;
    private final Map<LearnerId, String> answered = new ConcurrentHashMap<>();

    Resets(LearnerMachines machines, PreparedLessons prepared, Turns turns, CourseNetwork network) {
        this.machines = machines;
        this.prepared = prepared;
        this.turns = turns;
        this.network = network;
    }

    /**
     * To the start of the lesson.
     *
     * @param question which asking of the learner this answers; an answer that comes twice counts once
     */
    Readiness toStartOf(Lesson lesson, Learner learner, String question) {
        return reset(lesson, learner, question, preparation -> preparation.startOf(lesson));
    }

    /** To the start of the task, with the tasks before it solved. */
    Readiness toStartOf(Task task, Lesson lesson, Learner learner, String question) {
        return reset(lesson, learner, question, preparation -> preparation.startOf(lesson, task));
    }

    /** A fresh machine in place of the learner's, at the start of no lesson: the next one that they open prepares it. Waits until it is there. */
    public Readiness toNothing(Learner learner) {
        return turns.take(learner, () -> replace(learner, machine -> {}, made -> {}));
    }

    private Readiness reset(Lesson lesson, Learner learner, String question, Function<Preparation, Outcome> preparing) {
        return turns.take(learner, () -> {
            if (question.equals(answered.get(learner.id()))) {
                return Readiness.READY;
            }
            Readiness readiness = replace(lesson, learner, preparing);
            if (readiness == Readiness.READY) {
                answered.put(learner.id(), question);
            }
            return readiness;
        });
    }

    private Readiness replace(Lesson lesson, Learner learner, Function<Preparation, Outcome> preparing) {
        try {
            return replace(
                    learner,
                    machine -> {
                        network.apply(machine, lesson);
                        Outcome outcome = preparing.apply(Workplaces.preparation(learner, machine, lesson));
                        if (outcome instanceof Outcome.Failed failed) {
                            throw new NotBrought(failed);
                        }
                    },
                    made -> prepared.add(made.id(), lesson));
        } catch (NotBrought e) {
            log.error(
                    "No machine can be brought to a start in {}/{}: {}", lesson.course(), lesson.id(), e.getMessage());
            return Readiness.FAILED;
        }
    }

    private Readiness replace(Learner learner, Consumer<Machine> shape, Consumer<Machine> keep) {
        Optional<MachineId> old = machines.lastSeen(learner);
        try {
            keep.accept(machines.replace(learner, shape));
            old.ifPresent(prepared::remove);
            return Readiness.READY;
        } catch (NotBrought e) {
            throw e;
        } catch (NoRoomException e) {
            log.warn("No fresh machine for learner {}. {}", learner.id(), e.getMessage());
            return Readiness.FULL;
        } catch (RuntimeException e) {
            log.error("The machine of learner {} cannot be replaced. {}", learner.id(), e.getMessage(), e);
            return Readiness.AWAY;
        }
    }

    /** A script of the lesson's has failed. */
    private static final class NotBrought extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotBrought(Outcome.Failed failed) {
            super(failed.toString());
        }
    }
}
