package dev.drydock.authoring;

import dev.drydock.check.Verdict;
import dev.drydock.lesson.Action;
import dev.drydock.lesson.Block;
import dev.drydock.lesson.Lesson;
import dev.drydock.lesson.LessonText;
import dev.drydock.lesson.Task;
import dev.drydock.lesson.TaskText;
import dev.drydock.lesson.Terminal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Follows a lesson's text in its first language as a learner who does all it says: types each command, saves each file, and does each task by
 * what its card says, else by its hints, else by its solution.
 */
final class TextWalk {

    private final Walk walk;
    private final Lesson lesson;
    private final Locale language;
    private final Fences fences;
    private final Set<Action> untouched = new HashSet<>();

    TextWalk(Walk walk, Lesson lesson) {
        this.walk = walk;
        this.lesson = lesson;
        this.language = lesson.texts().first();
        this.fences = new Fences(walk, lesson.course() + "/" + lesson.id() + "/lesson.md");
    }

    void follow() {
        walk.startOfLesson("text");
        LessonText text = lesson.in(language);
        try (fences) {
            for (Block block : text.blocks()) {
                switch (block) {
                    case Block.Html html -> fences.doAll(html.actions());
                    case Block.Quiz quiz -> fences.doAll(quiz.text().actions());
                    case Block.Task task -> task(task.text());
                }
            }
            fences.endAll();
        }
        untouched.stream()
                .filter(fences::isNew)
                .map(fences::name)
                .sorted()
                .forEach(name -> walk.add(Step.notRun(name)));
    }

    private void task(TaskText text) {
        Task task = lesson.task(text.id()).orElseThrow();
        walk.inText(task);
        fences.doAll(text.actions());
        Verdict verdict = verdict(task);
        for (TaskText.Hint hint : text.hints()) {
            List<Action> actions = hint.actions();
            if (verdict instanceof Verdict.Passed) {
                untouched.addAll(actions);
            } else if (!actions.isEmpty()) {
                fences.doAll(actions);
                verdict = verdict(task);
            }
        }
        if (verdict instanceof Verdict.Passed) {
            walk.add("task " + task.id(), null);
            return;
        }
        fences.endAllIn(Terminal.MAIN);
        walk.solveAfter(verdict, "task " + task.id());
        walk.check(
                "task " + task.id(),
                language,
                "passed, once all that the text says is done",
                Verdict.Passed.class::isInstance);
    }

    /** A check that is broken would send everybody on to the solution, which then fails for a reason that nobody sees. */
    private Verdict verdict(Task task) {
        Verdict verdict = walk.verdict(language);
        if (verdict instanceof Verdict.Broken) {
            walk.giveUp("task " + task.id(), "passed, or not yet", verdict);
        }
        return verdict;
    }
}
