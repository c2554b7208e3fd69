package dev.drydock.lesson;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One lesson: its text in each language, its exercises with what stands behind them, its pictures, and what a machine needs
 * for it.
 *
 * @param course the course's id
 * @param id the directory's name, unique in its course
 * @param minutes how long the author thinks it takes; 0 where they did not say
 * @param exercises in the order of the text
 * @param images the pictures beside the text, by file name
 * @param variables the author's, by name: the course's, overlaid by the lesson's
 */
public record Lesson(
        String course,
        String id,
        int minutes,
        Localized<LessonText> texts,
        List<Exercise> exercises,
        Map<String, Image> images,
        Start start,
        Solutions solutions,
        Map<String, String> variables) {

    public Lesson {
        exercises = List.copyOf(exercises);
        images = Map.copyOf(images);
        variables = Map.copyOf(variables);
    }

    /** The text for a reader of that language, in the course's first language where there is no translation. */
    public LessonText in(Locale language) {
        return texts.in(language);
    }

    /** The exercises that are checked in a machine. */
    public List<Task> tasks() {
        return only(Task.class).toList();
    }

    public List<Quiz> quizzes() {
        return only(Quiz.class).toList();
    }

    public Optional<Exercise> exercise(String exercise) {
        return exercises.stream().filter(one -> one.id().equals(exercise)).findFirst();
    }

    public Optional<Task> task(String task) {
        return only(Task.class).filter(one -> one.id().equals(task)).findFirst();
    }

    public Optional<Quiz> quiz(String quiz) {
        return only(Quiz.class).filter(one -> one.id().equals(quiz)).findFirst();
    }

    public Optional<Image> image(String name) {
        return Optional.ofNullable(images.get(name));
    }

    /** Whether there is a terminal of that id, the main one included. */
    public boolean hasTerminal(String terminal) {
        return terminal.equals(Terminal.MAIN)
                || in(texts.first()).terminals().stream()
                        .anyMatch(one -> one.id().equals(terminal));
    }

    /** What a fence saves, in whatever language the fence stands. */
    public Optional<Action.Save> save(String save) {
        return texts.values().values().stream()
                .flatMap(text -> text.actions().stream())
                .flatMap(action -> action instanceof Action.Save one ? Stream.of(one) : Stream.empty())
                .filter(one -> one.id().equals(save))
                .findFirst();
    }

    /** The lesson's variables for a learner of that name, whatever characters are in it. */
    public Variables variablesFor(String learner) {
        return new Variables(variables, Variables.learner(learner));
    }

    private <T extends Exercise> Stream<T> only(Class<T> kind) {
        return exercises.stream().filter(kind::isInstance).map(kind::cast);
    }
}
