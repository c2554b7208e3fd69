package dev.drydock.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of one course. What a link leads to outside the course's directory is never opened, and nothing is read
 * beyond the size it may have.
 */
final class CourseFiles {

    private final Path lessons;
    private final Path course;

    /** Both are real paths, the second below the first. */
    CourseFiles(Path lessons, Path course) {
        this.lessons = lessons;
        this.course = course;
    }

    Path course() {
        return course;
    }

    /** How a problem names the file. */
    String name(Path file) {
        return lessons.relativize(file).toString();
    }

    List<Path> list(Path directory) {
        if (!Files.isDirectory(directory) || !isInside(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    boolean isInside(Path path) {
        try {
            return path.toRealPath().startsWith(course);
        } catch (IOException e) {
            return false;
        }
    }

    /** UTF-8 text without its byte order mark. */
    String text(Path file, int limit) throws BadFileException {
        byte[] bytes = bytes(file, limit);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw bad(file, Rule.FILE_ENCODING, "This file is not UTF-8. Save it as UTF-8.");
        }
    }

    byte[] bytes(Path file, int limit) throws BadFileException {
        Path real = realPath(file);
        try (InputStream in = Files.newInputStream(real)) {
            byte[] bytes = in.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw bad(file, Rule.FILE_SIZE, "This file is larger than " + limit / 1024 + " KiB. Make it smaller.");
            }
            return bytes;
        } catch (IOException e) {
            throw bad(
                    file,
                    Rule.FILE_UNREADABLE,
                    "This file cannot be read (" + e.getMessage() + "). Make it readable for the server.");
        }
    }

    private Path realPath(Path file) throws BadFileException {
        if (!Files.exists(file)) {
            throw bad(file, Rule.FILE_MISSING, "This file is missing. Add it.");
        }
        if (!isInside(file)) {
            throw bad(
                    file, Rule.FILE_LINK, "This is a link that leads out of the course. Put a copy of the file here.");
        }
        if (!Files.isRegularFile(file)) {
            throw bad(file, Rule.FILE_UNREADABLE, "This is not a file. Put a file of this name here.");
        }
        try {
            return file.toRealPath();
        } catch (IOException e) {
            throw bad(file, Rule.FILE_MISSING, "This file is missing. Add it.");
        }
    }

    private BadFileException bad(Path file, Rule rule, String message) {
        return new BadFileException(Problem.in(name(file), rule, message));
    }
}
