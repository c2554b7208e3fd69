package dev.drydock.lesson;

import dev.drydock.lesson.LessonParser.Parsed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one lesson's directory. What has become unusable since it was read last is taken from there. */
final class LessonReader {

    private static final int TEXT_LIMIT = 256 * 1024;
    private static final int IMAGE_LIMIT = 2 * 1024 * 1024;
    private static final Pattern TRANSLATION = Pattern.compile("lesson\\.(.+)\\.md");

    private final CourseFiles files;
    private final Path directory;
    private final Frame course;
    private final @Nullable Lesson before;
    private final List<Problem> problems;
    private final WholeLesson whole;
    private final List<LessonLink> links = new ArrayList<>();

    LessonReader(CourseFiles files, Path directory, Frame course, @Nullable Lesson before, List<Problem> problems) {
        this.files = files;
        this.directory = directory;
        this.course = course;
        this.before = before;
        this.problems = problems;
        this.whole = new WholeLesson(files.name(directory), problems);
    }

    /**
     * What a lesson has from its course.
     *
     * @param internet whether machines are to have the internet
     * @param lessons the ids of all of them
     */
    record Frame(List<Locale> languages, Settings settings, boolean internet, Set<String> lessons) {

        Locale first() {
            return languages.getFirst();
        }

        List<Locale> others() {
            return languages.subList(1, languages.size());
        }
    }

    /** A text as it was found: what it says at its head, and what it says. */
    private record Source(String text, FrontMatter front) {}

    /** Links to headings of other lessons, complete once {@link #read} is done. */
    List<LessonLink> links() {
        return links;
    }

    /** The lesson; as it was before, or empty, where its text in the first language cannot be used. */
    Optional<Lesson> read() {
        Map<String, Image> images = images();
        Problems found = problemsOf("lesson.md");
        try {
            return Optional.of(lesson(images, found));
        } catch (BadFileException e) {
            found.found().add(e.problem());
            return Optional.ofNullable(before);
        } finally {
            problems.addAll(found.first());
        }
    }

    private Lesson lesson(Map<String, Image> images, Problems found) throws BadFileException {
        Source source = source("lesson.md", false, found);
        FrontMatter front = source.front();
        Settings settings = course.settings().overlaidBy(front.settings());
        LessonParser parser = new LessonParser(new Surroundings(
                files.course().getFileName().toString(),
                directory.getFileName().toString(),
                images.keySet(),
                course.lessons(),
                terminalIds(front),
                settings.variables()));
        Parsed first = parser.parse(front, terminals(front, front), course.first(), found);
        first.links().stream().limit(Problems.LIMIT).forEach(links::add);
        List<Exercise> exercises = new TaskScripts(files, directory, course.languages(), problems)
                .read(first.exercises().values());
        Start start = new StartReader(files, directory, course.internet(), problems).read();
        Map<Locale, LessonText> texts = new LinkedHashMap<>();
        texts.put(course.first(), first.text());
        for (Locale language : course.others()) {
            translation(parser, language, source, first, exercises).ifPresent(text -> texts.put(language, text));
        }
        refuseStrangers();
        Lesson lesson = new Lesson(
                files.course().getFileName().toString(),
                directory.getFileName().toString(),
                front.minutes(),
                new Localized<>(course.first(), texts),
                exercises,
                images,
                start,
                settings.solutionsOrDefault(),
                settings.variables());
        whole.lint(front, lesson);
        return lesson;
    }

    private Optional<LessonText> translation(
            LessonParser parser, Locale language, Source original, Parsed first, List<Exercise> exercises) {
        String name = "lesson." + language.toLanguageTag() + ".md";
        Problems found = problemsOf(name);
        try {
            if (!Files.exists(directory.resolve(name))) {
                throw new BadFileException(Problem.in(
                        found.file(),
                        Rule.FILE_MISSING,
                        "This file is missing. Add it, or take '" + language.toLanguageTag()
                                + "' out of languages in course.yaml."));
            }
            FrontMatter front = source(name, true, found).front();
            Parsed parsed = parser.parse(front, terminals(original.front(), front), language, found);
            TranslationLint lint =
                    new TranslationLint(files.name(directory), first, SourceDigest.of(original.text()), found);
            lint.stamp(front);
            lint.terminals(front);
            parsed.links().stream().limit(Problems.LIMIT).forEach(links::add);
            if (lint.fits(parsed)) {
                lint.commands(parsed.text());
                return Optional.of(parsed.text());
            }
        } catch (BadFileException e) {
            found.found().add(e.problem());
        } finally {
            problems.addAll(found.first());
        }
        return before(language, exercises);
    }

    private Source source(String name, boolean translation, Problems found) throws BadFileException {
        String text = files.text(directory.resolve(name), TEXT_LIMIT);
        FrontMatter front = FrontMatter.read(text, translation, found);
        whole.add(front.markdown());
        return new Source(text, front);
    }

    private Problems problemsOf(String name) {
        return new Problems(files.name(directory.resolve(name)));
    }

    private static Set<String> terminalIds(FrontMatter front) {
        Set<String> ids = new LinkedHashSet<>(front.terminals().keySet());
        ids.add(Terminal.MAIN);
        return ids;
    }

    /** The first language says which there are; where a translation has no title for one, the first language's stands in. */
    private static List<Terminal> terminals(FrontMatter first, FrontMatter own) {
        List<Terminal> terminals = new ArrayList<>();
        first.terminals()
                .forEach((id, title) -> terminals.add(
                        new Terminal(id, own.terminals().getOrDefault(id, title).text())));
        return terminals;
    }

    /** The last good translation, if it still fits. */
    private Optional<LessonText> before(Locale language, List<Exercise> exercises) {
        if (before == null || !shape(before.exercises()).equals(shape(exercises))) {
            return Optional.empty();
        }
        return Optional.ofNullable(before.texts().values().get(language));
    }

    private static List<Object> shape(List<Exercise> exercises) {
        List<Object> shape = new ArrayList<>();
        for (Exercise exercise : exercises) {
            shape.add(exercise instanceof Quiz quiz ? List.of(quiz.id(), quiz.choices(), quiz.right()) : exercise.id());
        }
        return shape;
    }

    private Map<String, Image> images() {
        Map<String, Image> images = new LinkedHashMap<>();
        for (Path file : files.list(directory)) {
            String name = file.getFileName().toString();
            if (Image.NAME.matcher(name).matches()) {
                try {
                    images.put(name, Image.named(name, files.bytes(file, IMAGE_LIMIT)));
                } catch (BadFileException e) {
                    problems.add(e.problem());
                }
            }
        }
        return images;
    }

    private void refuseStrangers() {
        List<String> tags = new ArrayList<>();
        course.others().forEach(language -> tags.add(language.toLanguageTag()));
        for (Path file : files.list(directory)) {
            Matcher translation = TRANSLATION.matcher(file.getFileName().toString());
            if (translation.matches() && !tags.contains(translation.group(1))) {
                problems.add(Problem.in(
                        files.name(file),
                        Rule.TRANSLATION_STRANGER,
                        "'" + translation.group(1) + "' is no further language of this course. Add it to languages in"
                                + " course.yaml, or remove this file."));
            }
        }
    }
}
