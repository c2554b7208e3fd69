package dev.drydock.lesson;

import dev.drydock.lesson.LessonParser.Parsed;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Holds a translation against the text in the first language. */
final class TranslationLint {

    private final String lesson;
    private final Parsed first;
    private final String digest;
    private final Problems problems;

    /**
     * @param lesson as authors name it, {@code COURSE/LESSON}
     * @param digest of the text in the first language
     * @param problems of the translation
     */
    TranslationLint(String lesson, Parsed first, String digest, Problems problems) {
        this.lesson = lesson;
        this.first = first;
        this.digest = digest;
        this.problems = problems;
    }

    /** Whether it can be shown: a learner who changes the language has to find the same exercises. */
    boolean fits(Parsed translation) {
        List<String> ids = List.copyOf(translation.exercises().keySet());
        List<String> expected = List.copyOf(first.exercises().keySet());
        if (!ids.equals(expected)) {
            problems.add(
                    Rule.TRANSLATION_TASKS,
                    "The tasks and quizzes here are " + ids + ", in lesson.md they are " + expected
                            + ". Make them the same, in the same order.");
            return false;
        }
        translation.exercises().values().forEach(this::points);
        return translation.exercises().values().stream().allMatch(this::sameKindAndAnswer);
    }

    private void points(ExerciseBlock exercise) {
        ExerciseBlock expected = Objects.requireNonNull(first.exercises().get(exercise.id()));
        if (exercise.points() != 0 && exercise.points() != expected.points()) {
            problems.add(
                    exercise,
                    Rule.TRANSLATION_POINTS,
                    "'" + exercise.id() + "' has other points than in lesson.md. Leave them out here.");
        }
    }

    private boolean sameKindAndAnswer(ExerciseBlock exercise) {
        ExerciseBlock expected = Objects.requireNonNull(first.exercises().get(exercise.id()));
        boolean same = exercise instanceof QuizBlock quiz
                ? expected instanceof QuizBlock other
                        && quiz.quiz().choices() == other.quiz().choices()
                        && quiz.quiz().right().equals(other.quiz().right())
                : expected instanceof TaskBlock;
        if (!same) {
            problems.add(
                    exercise,
                    Rule.TRANSLATION_QUIZZES,
                    "'" + exercise.id()
                            + "' is not the same here as in lesson.md. Give it the same choices, in the same"
                            + " order, with '[x]' before the same ones.");
        }
        return same;
    }

    /** What can be run and saved has to be the same, since only one language's commands are proven. */
    void commands(LessonText translation) {
        List<Action> here = translation.actions();
        List<Action> expected = first.text().actions();
        for (int i = 0; i < Math.max(here.size(), expected.size()); i++) {
            Action one = i < here.size() ? here.get(i) : null;
            Action other = i < expected.size() ? expected.get(i) : null;
            if (one == null || other == null || !same(one, other)) {
                problems.found()
                        .add(new Problem(
                                problems.file(),
                                one == null ? 1 : one.line(),
                                1,
                                Rule.TRANSLATION_COMMANDS,
                                "Command " + (i + 1) + " here is " + words(one) + ", in lesson.md it is " + words(other)
                                        + ". Make them the same, in the same order."));
                return;
            }
        }
    }

    private static boolean same(Action one, Action other) {
        return switch (one) {
            case Action.Run run ->
                other instanceof Action.Run same
                        && run.text().equals(same.text())
                        && run.terminal().equals(same.terminal())
                        && run.fails() == same.fails()
                        && run.stays() == same.stays();
            case Action.Save save ->
                other instanceof Action.Save same && save.path().equals(same.path());
        };
    }

    private static String words(@Nullable Action action) {
        return switch (action) {
            case Action.Run run -> "'" + firstLine(run.text()) + "'" + flags(run);
            case Action.Save save -> "to save " + save.path();
            case null -> "none";
        };
    }

    private static String flags(Action.Run run) {
        return (run.terminal().equals(Terminal.MAIN) ? "" : " in terminal " + run.terminal())
                + (run.fails() ? ", which fails" : "")
                + (run.stays() ? ", which stays" : "");
    }

    private static String firstLine(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() > 60 ? line.substring(0, 60) + "…" : line;
    }

    /** Whether it is known to be a translation of the text as it is now. */
    void stamp(FrontMatter front) {
        FrontMatter.Value translates = front.translates();
        if (translates == null) {
            problems.add(
                    Rule.TRANSLATION_UNSTAMPED,
                    "This translation does not say which text it is made of. Once it is up to date, run './drydock"
                            + " lesson stamp " + lesson + "'.");
        } else if (!translates.text().equals(digest)) {
            problems.found()
                    .add(translates
                            .node()
                            .problem(
                                    Rule.TRANSLATION_STALE,
                                    "lesson.md has changed since this was translated. Bring it up to date, then run"
                                            + " './drydock lesson stamp " + lesson + "'."));
        }
    }

    void terminals(FrontMatter front) {
        List<String> known = first.text().terminals().stream().map(Terminal::id).toList();
        front.terminals().forEach((id, title) -> {
            if (!known.contains(id)) {
                problems.found()
                        .add(title.node()
                                .problem(
                                        Rule.TRANSLATION_TERMINALS,
                                        "lesson.md has no terminal '" + id + "'. Correct the name, or remove it."));
            }
        });
    }
}
