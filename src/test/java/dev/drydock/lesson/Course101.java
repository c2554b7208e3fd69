package dev.drydock.lesson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** A course that is right in every way, to be broken in one place by each test. Its clock hurries ahead of every wait. */
final class Course101 {

    static final String LESSON = """
            # First steps

            Hello.

            > [!TASK say-hi] **Say hi**
            >
            > Type it.
            """;

    static final String KOREAN = stamped(LESSON.replace("First steps", "첫걸음"));

    private final Path lessons;
    private Duration ahead = Duration.ZERO;

    Course101(Path lessons) {
        this.lessons = lessons;
        write("docker/course.yaml", """
                title: {en: Docker, ko: 도커}
                languages: [en, ko]
                lessons:
                  - one
                """);
        write("docker/one/lesson.md", LESSON);
        write("docker/one/lesson.ko.md", KOREAN);
        script("docker/one/check/say-hi.sh", "#!/bin/sh\nexit 0\n");
        script("docker/one/solve/say-hi.sh", "#!/bin/sh\necho hi\n");
        script("docker/one/wrong/say-hi--bye.sh", "#!/bin/sh\n# expect en: Not bye\n# expect ko: 안녕\necho bye\n");
    }

    /** As a translation of the lesson. */
    static String stamped(String translation) {
        return "---\ntranslates: " + SourceDigest.of(LESSON) + "\n---\n" + translation;
    }

    Path path(String file) {
        return lessons.resolve(file);
    }

    Course101 write(String file, String text) {
        try {
            Files.createDirectories(path(file).getParent());
            Files.writeString(path(file), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Course101 lesson(String markdown) {
        delete("docker/one/lesson.ko.md");
        write("docker/course.yaml", "title: Docker\nlessons: [one]\n");
        return write("docker/one/lesson.md", markdown);
    }

    Course101 script(String file, String text) {
        write(file, text);
        return mode(file, "rwxr-xr-x");
    }

    Course101 mode(String file, String mode) {
        try {
            Files.setPosixFilePermissions(path(file), PosixFilePermissions.fromString(mode));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Course101 delete(String file) {
        try (Stream<Path> below = Files.walk(path(file))) {
            for (Path one : below.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(one);
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Course101 link(String file, Path target) {
        try {
            Files.createSymbolicLink(path(file), target);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Course101 lessonAnd(String more) {
        return lesson(LESSON + "\n" + more);
    }

    Course101 korean(String markdown) {
        return write("docker/one/lesson.ko.md", stamped(markdown));
    }

    Course101 directory(String directory) {
        try {
            Files.createDirectories(path(directory));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every question to it comes ten seconds after the one before, so edits have always settled. */
    Lessons open() {
        return new LessonDirectory(lessons, hurryingClock());
    }

    InstantSource hurryingClock() {
        return () -> {
            ahead = ahead.plusSeconds(10);
            return Instant.now().plus(ahead);
        };
    }

    Lessons open(LessonDirectory.Reading reading, InstantSource clock) {
        return new LessonDirectory(lessons, clock, reading);
    }

    /** With a clock that stands still at the start. */
    Lessons open(InstantSource clock) {
        return new LessonDirectory(lessons, clock);
    }

    Lessons open(LessonDirectory.Reading reading) {
        return new LessonDirectory(lessons, InstantSource.system(), reading);
    }

    List<String> problems() {
        return open().problems().stream().map(Problem::toString).toList();
    }

    Lesson read() {
        return open().find("docker", "one").orElseThrow();
    }
}
