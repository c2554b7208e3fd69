package dev.drydock.authoring;

import dev.drydock.command.Refusal;
import dev.drydock.lesson.Course;
import dev.drydock.lesson.Lesson;
import dev.drydock.lesson.Lessons;
import dev.drydock.lesson.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a command is about: all lessons below a directory, one course, or one lesson.
 *
 * @param root the lessons directory, a real path
 * @param course null for all
 * @param lesson null for all of the course
 */
record Selection(
        Path root, @Nullable String course, @Nullable String lesson) {

    /** A lesson and the course it is read from. */
    record Chosen(Course course, Lesson lesson) {

        String name() {
            return course.id() + "/" + lesson.id();
        }

        /** The language that every lesson has. */
        Locale first() {
            return course.languages().getFirst();
        }
    }

    /**
     * Finds what an author means by a path: {@code COURSE}, {@code COURSE/LESSON}, or the way to one of their
     * directories, or to a file in one, from where they are.
     */
    static Selection of(Path lessons, @Nullable String path) {
        Optional<Path> root = real(lessons);
        if (path == null) {
            return new Selection(root.orElseThrow(() -> noLessons(lessons)), null, null);
        }
        try {
            return Stream.concat(root.map(real -> real.resolve(path)).stream(), Stream.of(Path.of(path)))
                    .flatMap(candidate -> real(candidate).stream())
                    .flatMap(found -> place(root.orElse(null), found).stream())
                    .findFirst()
                    .orElseThrow(() -> missing(path, root));
        } catch (InvalidPathException e) {
            throw unknown(path, root);
        }
    }

    private static Optional<Selection> place(@Nullable Path root, Path found) {
        if (root != null && found.startsWith(root)) {
            Path below = root.relativize(found);
            if (below.toString().isEmpty()) {
                return Optional.of(new Selection(root, null, null));
            }
            String lesson = below.getNameCount() > 1 && Files.isDirectory(root.resolve(below.subpath(0, 2)))
                    ? below.getName(1).toString()
                    : null;
            return Files.isDirectory(root.resolve(below.getName(0)))
                    ? Optional.of(new Selection(root, below.getName(0).toString(), lesson))
                    : Optional.empty();
        }
        return elsewhere(found);
    }

    /** A course, or a directory of courses, outside the lessons directory. */
    private static Optional<Selection> elsewhere(Path found) {
        for (Path one = found; one != null && one.getParent() != null; one = one.getParent()) {
            if (Files.exists(one.resolve("course.yaml"))) {
                return place(one.getParent(), found);
            }
        }
        try (Stream<Path> entries = Files.isDirectory(found) ? Files.list(found) : Stream.empty()) {
            return entries.anyMatch(entry -> Files.exists(entry.resolve("course.yaml")))
                    ? Optional.of(new Selection(found, null, null))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> real(Path path) {
        try {
            return Optional.of(path.toRealPath());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The lessons that can be read; a course or lesson that is not one is refused, unless a problem tells why. */
    List<Chosen> lessons(Lessons lessons, List<Problem> problems) {
        List<Chosen> chosen = lessons.courses().stream()
                .filter(one -> course == null || course.equals(one.id()))
                .flatMap(one -> one.lessons().stream().map(each -> new Chosen(one, each)))
                .filter(one -> lesson == null || lesson.equals(one.lesson().id()))
                .toList();
        if (chosen.isEmpty() && lesson != null && (problems.isEmpty() || lesson.startsWith("_"))) {
            throw new Refusal(
                    "'" + course + "/" + lesson + "' is no lesson of its course",
                    lesson.startsWith("_")
                            ? "rename its directory once it is no draft any more: without '_' at the start"
                            : "write its lesson.md, and list it in " + course + "/course.yaml");
        }
        return chosen;
    }

    List<Problem> problems(Lessons lessons) {
        return lessons.problems().stream().filter(this::covers).toList();
    }

    private boolean covers(Problem problem) {
        if (course == null) {
            return true;
        }
        String file = problem.file();
        return lesson == null
                ? problem.isIn(course)
                : file.equals(course + "/course.yaml") || file.startsWith(course + "/" + lesson + "/");
    }

    /** A problem's file as an editor opens it from here. */
    String shown(String file) {
        Path path = file.equals(".") ? root : root.resolve(file);
        Path here = real(Path.of("")).orElse(root);
        return path.startsWith(here) && !path.equals(here)
                ? here.relativize(path).toString()
                : path.toString();
    }

    private static Refusal noLessons(Path lessons) {
        return new Refusal("there is no directory " + lessons, "make it, or name another with --lessons DIR");
    }

    private static Refusal missing(String path, Optional<Path> root) {
        Path place = Path.of(path).toAbsolutePath().normalize();
        if (Files.isDirectory(place)) {
            return new Refusal(
                    "'" + path + "' is no course: there is no course.yaml in it",
                    "write one, or begin with ./drydock lesson new " + place + "/01-hello");
        }
        if (Path.of(path).isAbsolute()) {
            return new Refusal("there is no '" + path + "'", "correct the path, or begin with ./drydock lesson new");
        }
        return unknown(path, root);
    }

    private static Refusal unknown(String path, Optional<Path> root) {
        String known = root.map(Lessons::in).stream()
                .flatMap(lessons -> lessons.courses().stream())
                .flatMap(course -> course.lessons().stream().map(lesson -> new Chosen(course, lesson).name()))
                .collect(Collectors.joining(", "));
        return new Refusal(
                "there is no course or lesson '" + path + "'",
                known.isEmpty() ? "give the path of a course's directory" : "choose from: " + known);
    }
}
