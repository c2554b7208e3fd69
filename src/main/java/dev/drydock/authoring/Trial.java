package dev.drydock.authoring;

import dev.drydock.authoring.Selection.Chosen;
import dev.drydock.lesson.Lesson;
import dev.drydock.lesson.Task;
import dev.drydock.lesson.WrongTry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What one fresh machine can show about a lesson: a walk at whose end the machine is of no more use. Checks change nothing, so where a
 * solution has run, the next task starts.
 *
 * @param name for a machine that fails
 * @param parts what its steps belong to
 */
record Trial(Chosen chosen, String name, List<String> parts, Consumer<Walk> body) {

    /** Everything that has to be shown about a lesson, or about one of its tasks. The text comes first, since it takes longest. */
    static List<Trial> of(Chosen chosen, @Nullable Task only) {
        Lesson lesson = chosen.lesson();
        List<Task> tasks = only == null ? lesson.tasks() : List.of(only);
        List<Trial> trials = new ArrayList<>();
        if (only == null && hasText(chosen)) {
            trials.add(new Trial(chosen, "text", List.of(PartProof.TEXT), walk -> new TextWalk(walk, lesson).follow()));
        }
        boolean starts = only == null && !lesson.start().isEmpty();
        if (starts || !tasks.isEmpty()) {
            trials.add(solutions(chosen, tasks, starts));
        }
        tasks.forEach(task -> mistakes(chosen, task, trials));
        return trials;
    }

    boolean isText() {
        return parts.contains(PartProof.TEXT);
    }

    private static boolean hasText(Chosen chosen) {
        return !chosen.lesson().tasks().isEmpty()
                || !chosen.lesson().in(chosen.first()).actions().isEmpty();
    }

    private static Trial solutions(Chosen chosen, List<Task> tasks, boolean starts) {
        List<String> parts = new ArrayList<>();
        if (starts) {
            parts.add(PartProof.START);
        }
        tasks.forEach(task -> parts.add(task.id()));
        return new Trial(chosen, "solution", parts, walk -> {
            if (starts) {
                walk.startTwice();
            }
            for (Task task : tasks) {
                walk.at(task);
                if (!starts && task == tasks.getFirst()) {
                    walk.start("solution");
                }
                chosen.course()
                        .languages()
                        .forEach(language -> walk.untouched("at its start, " + language.toLanguageTag(), language));
                walk.solve(chosen.first());
            }
        });
    }

    private static void mistakes(Chosen chosen, Task task, List<Trial> trials) {
        Locale first = chosen.first();
        Consumer<Walk> again = walk -> walk.untouched("at its start again", first);
        for (WrongTry wrong : task.wrong()) {
            boolean firstOne = wrong.equals(task.wrong().getFirst());
            Consumer<Walk> mistake = walk -> walk.mistake(wrong);
            trials.add(
                    fromStart(chosen, task, "wrong try " + wrong.name(), firstOne ? again.andThen(mistake) : mistake));
        }
        if (task.wrong().isEmpty()) {
            trials.add(fromStart(chosen, task, "start", again));
        }
    }

    private static Trial fromStart(Chosen chosen, Task task, String name, Consumer<Walk> body) {
        return new Trial(chosen, name, List.of(task.id()), walk -> {
            walk.at(task);
            walk.start(name);
            body.accept(walk);
        });
    }
}
