package dev.drydock.lesson;

import dev.drydock.lesson.LessonParser.Parsed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    private final List<Locale> languages;
    private final @Nullable Lesson before;
    private final List<Problem> problems;

    LessonReader(
            CourseFiles files,
            Path directory,
            List<Locale> languages,
            @Nullable Lesson before,
            List<Problem> problems) {
        this.files = files;
        this.directory = directory;
        this.languages = languages;
        this.before = before;
        this.problems = problems;
    }

    /** The lesson; as it was before, or empty, where its text in the first language cannot be used. */
    Optional<Lesson> read() {
        Map<String, Image> images = images();
        LessonParser parser = new LessonParser(
                files.course().getFileName().toString(), directory.getFileName().toString(), images.keySet());
        Locale first = languages.getFirst();
        Optional<Parsed> parsed = parse(parser, first, directory.resolve("lesson.md"));
        if (parsed.isEmpty()) {
            return Optional.ofNullable(before);
        }
        Parsed text = parsed.get();
        List<Task> tasks = new TaskScripts(files, directory, languages, problems).read(text.tasks());
        refuseStrangers();
        return Optional.of(new Lesson(
                files.course().getFileName().toString(),
                directory.getFileName().toString(),
                text.minutes(),
                new Localized<>(first, texts(parser, text)),
                tasks,
                images));
    }

    private Map<Locale, LessonText> texts(LessonParser parser, Parsed first) {
        Map<Locale, LessonText> texts = new LinkedHashMap<>();
        texts.put(first.text().language(), first.text());
        for (Locale language : languages.subList(1, languages.size())) {
            Path file = directory.resolve("lesson." + language.toLanguageTag() + ".md");
            parse(parser, language, file)
                    .filter(translation -> sameTasks(file, translation.tasks(), first.tasks()))
                    .map(Parsed::text)
                    .or(() -> before(language, first))
                    .ifPresent(text -> texts.put(language, text));
        }
        return texts;
    }

    private Optional<Parsed> parse(LessonParser parser, Locale language, Path file) {
        Problems found = new Problems(files.name(file));
        try {
            String source = files.text(file, TEXT_LIMIT);
            return Optional.of(parser.parse(source, language, !language.equals(languages.getFirst()), found));
        } catch (BadFileException e) {
            problems.add(e.problem());
            return Optional.empty();
        } finally {
            problems.addAll(found.found());
        }
    }

    private boolean sameTasks(Path file, Map<String, Integer> translated, Map<String, Integer> first) {
        List<String> ids = List.copyOf(translated.keySet());
        List<String> expected = List.copyOf(first.keySet());
        if (!ids.equals(expected)) {
            problems.add(Problem.in(
                    files.name(file),
                    Rule.TRANSLATION_TASKS,
                    "The tasks here are " + ids + ", in lesson.md they are " + expected
                            + ". Make them the same, in the same order."));
            return false;
        }
        translated.forEach((id, points) -> {
            if (points != 0 && !points.equals(first.get(id))) {
                problems.add(Problem.in(
                        files.name(file),
                        Rule.TRANSLATION_POINTS,
                        "Task '" + id + "' has other points than in lesson.md. Leave them out here."));
            }
        });
        return true;
    }

    /** The last good translation, if it still fits. */
    private Optional<LessonText> before(Locale language, Parsed first) {
        return Optional.ofNullable(before)
                .map(lesson -> lesson.texts().values().get(language))
                .filter(text -> text.tasks().stream()
                        .map(TaskText::id)
                        .toList()
                        .equals(List.copyOf(first.tasks().keySet())));
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
        languages.subList(1, languages.size()).forEach(language -> tags.add(language.toLanguageTag()));
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
