package dev.drydock.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A course of one lesson that a test writes and then shows to the classroom, whole and under a name that no test before has used; nothing of it
 * is left when it is closed.
 */
final class ScratchCourse implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Classroom classroom;
    private final String id = "scratch-" + NUMBER.incrementAndGet();
    private final Path draft;
    private final Path shown;

    ScratchCourse(Classroom classroom) {
        this.classroom = classroom;
        this.draft = classroom.lessons().resolveSibling(id);
        this.shown = classroom.lessons().resolve(id);
        languages("en");
    }

    /** In which languages it is: in English alone unless this is said, for example {@code en, ko}. */
    ScratchCourse languages(String languages) {
        return write("course.yaml", "title: Scratch\nlanguages: [" + languages + "]\nlessons:\n  - 01-scratch\n");
    }

    /** Writes a file of the lesson, for example {@code lesson.md}, before it is shown. */
    ScratchCourse lesson(String file, String text) {
        return write("01-scratch/" + file, text);
    }

    /** Writes a task's scripts: one that looks with a helper, and one command that does it. */
    ScratchCourse task(String id, String helper, String solution) {
        return lesson("check/" + id + ".sh", "#!/bin/sh\nset -eu\n. check.sh\n" + helper + "\n")
                .lesson("solve/" + id + ".sh", "#!/bin/sh\nset -eu\n" + solution + "\n");
    }

    /** Where the lesson's page is. */
    String address() {
        return classroom.origin() + "/courses/" + id + "/lessons/01-scratch";
    }

    /** Puts it beside the other courses and waits until the classroom shows it. */
    void show(Journeys journeys) {
        try (var asking = journeys.learner()) {
            Files.move(draft, shown, StandardCopyOption.ATOMIC_MOVE);
            Patience.until(
                    address() + " is there",
                    () -> asking.request().get(address()).ok());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ScratchCourse write(String file, String text) {
        try {
            Path path = draft.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
            if (file.endsWith(".sh")) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        Host.delete(Files.exists(shown) ? shown : draft);
    }
}
