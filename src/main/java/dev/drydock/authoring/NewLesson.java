package dev.drydock.authoring;

import dev.drydock.command.Refusal;
import dev.drydock.lesson.Course;
import dev.drydock.lesson.Lessons;
import dev.drydock.lesson.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes a lesson's first files. */
final class NewLesson {

    private final Path lessons;
    private final Path course;
    private final Path lesson;
    private final List<Path> files = new ArrayList<>();

    NewLesson(Path lessons, String course, String lesson) {
        this.lessons = lessons;
        this.course = lessons.resolve(course);
        this.lesson = this.course.resolve(lesson);
    }

    Path directory() {
        return lesson;
    }

    /** What was made or changed, in that order. */
    List<Path> files() {
        return files;
    }

    /** @param wanted the languages of a course that has to be made; none where it does not matter */
    void write(List<Locale> wanted) throws IOException {
        if (Files.exists(lesson)) {
            throw new Refusal("there is " + lesson + " already", "choose another name, or remove it first");
        }
        Path yaml = course.resolve("course.yaml");
        if (Files.exists(yaml) && !wanted.isEmpty()) {
            throw new Refusal("the course has its languages already", "leave --languages out, or edit " + yaml);
        }
        Files.createDirectories(course);
        String id = lesson.getFileName().toString();
        if (Files.exists(yaml)) {
            list(yaml, id);
        } else {
            Files.writeString(yaml, "title: " + title(course) + "\n" + line(wanted) + "lessons:\n  - " + id + "\n");
        }
        files.add(yaml);
        writeLesson(languages());
    }

    private static String line(List<Locale> languages) {
        return languages.isEmpty()
                ? ""
                : "languages: "
                        + languages.stream().map(Locale::toLanguageTag).collect(Collectors.joining(", ", "[", "]\n"));
    }

    /** The list of a course is edited as text, so that its comments stay; where that fails, nothing is changed. */
    private void list(Path yaml, String id) throws IOException {
        String before = Files.readString(yaml);
        Files.writeString(yaml, LessonList.with(before, id));
        String shownAs = course.getFileName() + "/course.yaml";
        boolean listed = Lessons.in(lessons).problems().stream()
                .filter(problem -> problem.file().equals(shownAs) && problem.rule() == Rule.LESSON_MISSING)
                .anyMatch(problem -> problem.message().contains("'" + id + "'"));
        if (!listed) {
            Files.writeString(yaml, before);
            throw new Refusal(
                    "the lesson cannot be added to " + yaml,
                    "mend that file (./drydock lesson lint), and write its lessons one to a line: '  - LESSON'");
        }
    }

    private List<Locale> languages() {
        return Lessons.in(lessons).courses().stream()
                .filter(one -> one.id().equals(course.getFileName().toString()))
                .map(Course::languages)
                .findFirst()
                .orElse(List.of(Locale.ENGLISH));
    }

    private void writeLesson(List<Locale> languages) throws IOException {
        String first = Skeleton.text(title(lesson), languages.getFirst());
        text(lesson.resolve("lesson.md"), first);
        for (Locale language : languages.subList(1, languages.size())) {
            text(
                    lesson.resolve("lesson." + language.toLanguageTag() + ".md"),
                    Skeleton.translation(title(lesson), language, first));
        }
        script("check/write-note.sh", Skeleton.CHECK);
        script("solve/write-note.sh", Skeleton.SOLUTION);
        script("wrong/write-note--empty.sh", Skeleton.empty(languages));
        script("wrong/write-note--other-place.sh", Skeleton.otherPlace(languages));
    }

    private void script(String name, String content) throws IOException {
        Path file = lesson.resolve(name);
        text(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void text(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        files.add(file);
    }

    /** {@code 01-first-steps} becomes "First steps". */
    private static String title(Path directory) {
        String words =
                directory.getFileName().toString().replaceFirst("^[0-9]+-", "").replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
