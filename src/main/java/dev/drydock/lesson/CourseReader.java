package dev.drydock.lesson;

import dev.drydock.lesson.LessonReader.Frame;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one course's directory. What has become unusable since it was read last is taken from there. */
final class CourseReader {

    /** Of courses, lessons and tasks: they stand in addresses and file names. */
    static final Pattern ID = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

    private static final List<String> KEYS =
            List.of("title", "summary", "languages", "lessons", "solutions", "variables", "network", "machine");
    private static final int SIZE_LIMIT = 64 * 1024;
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(?:-[A-Z]{2})?");

    private final CourseFiles files;
    private final @Nullable Course before;
    private final List<Problem> problems = new ArrayList<>();

    CourseReader(CourseFiles files, @Nullable Course before) {
        this.files = files;
        this.before = before;
    }

    /** What was found, complete once {@link #read} is done. */
    List<Problem> problems() {
        return problems;
    }

    /** The course; as it was before, or empty, where its {@code course.yaml} cannot be used. */
    Optional<Course> read() {
        Path file = files.course().resolve("course.yaml");
        try {
            if (!Files.exists(file)) {
                throw bad(
                        Rule.FILE_MISSING,
                        "Every directory here is a course and needs this file. Add it with title and lessons.");
            }
            Map<String, YamlNode> entries = YamlNode.parse(files.name(file), files.text(file, SIZE_LIMIT))
                    .orElseThrow(() -> bad(Rule.COURSE_TITLE, "This file is empty. Write title and lessons."))
                    .map();
            return Optional.of(course(entries));
        } catch (BadFileException e) {
            problems.add(e.problem());
            return Optional.ofNullable(before);
        }
    }

    private Course course(Map<String, YamlNode> entries) throws BadFileException {
        List<Locale> languages = languages(entries.get("languages"));
        YamlNode title = entries.get("title");
        if (title == null) {
            throw bad(Rule.COURSE_TITLE, "This course has no title. Write 'title: …'.");
        }
        YamlNode summary = entries.get("summary");
        Localized<String> titles = localized(title, languages);
        Localized<String> summaries = summary == null
                ? new Localized<>(languages.getFirst(), Map.of(languages.getFirst(), ""))
                : localized(summary, languages);
        Map<String, YamlNode> listed = listed(entries.get("lessons"));
        Frame frame = new Frame(languages, settings(entries), internet(entries.get("network")), listed.keySet());
        YamlNode machine = entries.get("machine");
        MachineTimes times = machine == null ? MachineTimes.UNSAID : MachineTimes.read(machine, problems);
        refuseUnknown(entries);
        refuseUnlisted(listed);
        return new Course(
                files.course().getFileName().toString(), titles, summaries, languages, lessons(listed, frame), times);
    }

    private Settings settings(Map<String, YamlNode> entries) throws BadFileException {
        YamlNode solutions = entries.get("solutions");
        YamlNode variables = entries.get("variables");
        return new Settings(
                solutions == null ? null : Settings.solutions(solutions),
                variables == null ? Map.of() : Settings.variables(variables, problems));
    }

    /** Whether the course asks for the internet. */
    private boolean internet(@Nullable YamlNode network) throws BadFileException {
        if (network == null || network.text().equals("none")) {
            return false;
        }
        if (!network.text().equals("internet")) {
            problems.add(network.problem(
                    Rule.NETWORK,
                    "'" + network.text() + "' cannot be had. Write 'internet' for a way to public addresses, where the"
                            + " host allows it, or 'none'."));
            return false;
        }
        return true;
    }

    private void refuseUnknown(Map<String, YamlNode> entries) {
        entries.forEach((key, value) -> {
            if (!KEYS.contains(key)) {
                problems.add(value.problem(
                        Rule.UNKNOWN_KEY,
                        "'" + key + "' means nothing here. A course knows " + String.join(", ", KEYS) + "."));
            }
        });
    }

    private List<Locale> languages(@Nullable YamlNode node) throws BadFileException {
        if (node == null) {
            return List.of(Locale.ENGLISH);
        }
        List<Locale> languages = new ArrayList<>();
        for (YamlNode element : node.list()) {
            String tag = element.text();
            Locale language = Locale.forLanguageTag(tag);
            if (!LANGUAGE.matcher(tag).matches() || languages.contains(language)) {
                throw element.bad(
                        Rule.LANGUAGE,
                        "'" + tag + "' is not a language, or here twice. Write codes such as en, ko, pt-BR.");
            }
            languages.add(language);
        }
        if (languages.isEmpty()) {
            throw node.bad(Rule.LANGUAGE, "There is no language here. Write at least one, for example [en].");
        }
        return languages;
    }

    /** One text for all, or one for each language. */
    private Localized<String> localized(YamlNode node, List<Locale> languages) throws BadFileException {
        Map<Locale, String> values = new LinkedHashMap<>();
        if (!node.isMap()) {
            return new Localized<>(languages.getFirst(), Map.of(languages.getFirst(), node.text()));
        }
        for (Map.Entry<String, YamlNode> entry : node.map().entrySet()) {
            Locale language = Locale.forLanguageTag(entry.getKey());
            if (languages.contains(language)) {
                values.put(language, entry.getValue().text());
            } else {
                problems.add(entry.getValue()
                        .problem(
                                Rule.LANGUAGE,
                                "'" + entry.getKey() + "' is not among the course's languages. Add it there, or"
                                        + " remove it here."));
            }
        }
        for (Locale language : languages) {
            if (!values.containsKey(language)) {
                Problem missing = node.problem(
                        Rule.TRANSLATION_MISSING, "Nothing here in '" + language.toLanguageTag() + "'. Add it.");
                if (language.equals(languages.getFirst())) {
                    throw new BadFileException(missing);
                }
                problems.add(missing);
            }
        }
        return new Localized<>(languages.getFirst(), values);
    }

    private Map<String, YamlNode> listed(@Nullable YamlNode node) throws BadFileException {
        if (node == null) {
            throw bad(
                    Rule.LESSON_LIST,
                    "This course lists no lessons. Write 'lessons:' and a line '  - DIRECTORY' for each.");
        }
        Map<String, YamlNode> listed = new LinkedHashMap<>();
        for (YamlNode element : node.list()) {
            String id = element.text();
            if (!ID.matcher(id).matches()) {
                problems.add(element.problem(
                        Rule.LESSON_NAME,
                        "'" + id + "' cannot name a lesson. Use lower-case letters, digits and single hyphens."));
            } else if (listed.putIfAbsent(id, element) != null) {
                problems.add(element.problem(Rule.LESSON_LIST, "'" + id + "' is here twice. Keep one."));
            }
        }
        return listed;
    }

    private List<Lesson> lessons(Map<String, YamlNode> listed, Frame frame) {
        List<Lesson> lessons = new ArrayList<>();
        List<LessonLink> links = new ArrayList<>();
        listed.forEach((id, node) -> {
            Path directory = files.course().resolve(id);
            Optional<Lesson> was = Optional.ofNullable(before).flatMap(course -> course.lesson(id));
            if (Files.isDirectory(directory) && files.isInside(directory)) {
                LessonReader reader = new LessonReader(files, directory, frame, was.orElse(null), problems);
                reader.read().ifPresent(lessons::add);
                links.addAll(reader.links());
            } else {
                problems.add(node.problem(
                        Rule.LESSON_MISSING,
                        "There is no directory '" + id + "' in this course. Add it, or remove it"
                                + " from this list."));
                was.ifPresent(lessons::add);
            }
        });
        problems.addAll(LessonLink.problems(links, lessons));
        return lessons;
    }

    private void refuseUnlisted(Map<String, YamlNode> listed) {
        for (Path directory : files.list(files.course())) {
            String name = directory.getFileName().toString();
            if (!name.startsWith("_") && !listed.containsKey(name) && Files.exists(directory.resolve("lesson.md"))) {
                problems.add(Problem.in(
                        files.name(directory.resolve("lesson.md")),
                        Rule.LESSON_UNLISTED,
                        "This lesson is not shown. Add '" + name + "' to lessons in course.yaml, or start the"
                                + " directory's name with '_' while it is a draft."));
            }
        }
    }

    private BadFileException bad(Rule rule, String message) {
        return new BadFileException(Problem.in(files.name(files.course().resolve("course.yaml")), rule, message));
    }
}
