package dev.drydock.authoring;

import dev.drydock.lesson.Task;
import dev.drydock.lesson.WrongTry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * What one fresh machine can show about a task: a walk from the task's start, at whose end the machine is of no more use. Checks change
 * nothing, so one that comes first needs no machine of its own.
 */
record Trial(String name, Consumer<Walk> body) {

    /** Everything that has to be shown about a task. */
    static List<Trial> of(Task task, List<Locale> languages) {
        Locale first = languages.getFirst();
        List<Trial> trials = new ArrayList<>();
        trials.add(new Trial("solution", walk -> {
            languages.forEach(language -> walk.untouched("at its start, " + language.toLanguageTag(), language));
            walk.solve(task.solve(), first);
        }));
        Consumer<Walk> again = walk -> walk.untouched("at its start again", first);
        for (WrongTry wrong : task.wrong()) {
            Consumer<Walk> mistake = walk -> walk.mistake(wrong);
            trials.add(new Trial("wrong try " + wrong.name(), trials.size() == 1 ? again.andThen(mistake) : mistake));
        }
        if (task.wrong().isEmpty()) {
            trials.add(new Trial("start", again));
        }
        return trials;
    }
}
