package dev.drydock.attempt;

import dev.drydock.account.Learner;
import dev.drydock.lesson.Action;
import dev.drydock.lesson.Lesson;
import dev.drydock.machine.Machine;
import dev.drydock.preparation.Outcome;
import dev.drydock.preparation.Saving;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Writes files of lessons into learners' machines and says in words what came of it. */
@Component
class Saves {

    private static final Logger log = LoggerFactory.getLogger(Saves.class);

    private final LearnerMachines machines;
    private final Workplaces workplaces;
    private final Turns turns;
    private final MessageSource words;

    Saves(LearnerMachines machines, Workplaces workplaces, Turns turns, MessageSource words) {
        this.machines = machines;
        this.workplaces = workplaces;
        this.turns = turns;
        this.words = words;
    }

    /** What the learner is told, in their language. */
    record Answer(HttpStatus status, String words) {}

    Answer save(Learner learner, Lesson lesson, Action.Save file, Locale language) {
        return turns.take(learner, () -> {
            try {
                Machine machine = machines.open(learner);
                return workplaces.prepare(learner, machine, lesson) instanceof Outcome.Ready
                        ? write(learner, machine, lesson, file, language)
                        : answer(HttpStatus.SERVICE_UNAVAILABLE, "save.not-prepared", file, language);
            } catch (DataAccessException e) {
                throw e; // It is not the machine that is to blame.
            } catch (RuntimeException e) {
                log.error("The machine of learner {} cannot be reached. {}", learner.id(), e.getMessage(), e);
                return answer(HttpStatus.SERVICE_UNAVAILABLE, "save.machine-silent", file, language);
            }
        });
    }

    private Answer write(Learner learner, Machine machine, Lesson lesson, Action.Save file, Locale language) {
        String text = lesson.variablesFor(learner.name()).fill(file.text());
        Saving saving = Workplaces.preparation(learner, machine, lesson).save(file.path(), text);
        return switch (saving) {
            case Saving.Saved() -> answer(HttpStatus.OK, "save.saved", file, language);
            case Saving.Same() -> answer(HttpStatus.OK, "save.same", file, language);
            case Saving.KeptOld() -> answer(HttpStatus.OK, "save.kept-old", file, language);
            case Saving.Failed failed -> {
                log.info("{} was not saved in machine {}: {}", file.path(), machine.id(), failed.output());
                yield answer(HttpStatus.CONFLICT, reason(failed.output()), file, language);
            }
        };
    }

    /** The usual ways in which a file cannot be written, by the words of the machine's own programs. */
    private static String reason(String output) {
        if (output.contains("No space left") || output.contains("quota exceeded")) {
            return "save.full";
        }
        if (output.contains("s a directory") || output.contains("omitting directory")) {
            return "save.directory";
        }
        return output.contains("ot a directory") || output.contains("File exists")
                ? "save.file-in-way"
                : "save.refused";
    }

    private Answer answer(HttpStatus status, String key, Action.Save file, Locale language) {
        return new Answer(status, words.getMessage(key, new Object[] {file.path()}, language));
    }
}
