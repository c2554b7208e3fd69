package dev.drydock.lesson;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What tells whether anything in a course has changed: each file's size, inode, mode and times. The time of the inode's
 * change is among them, so that a save within the same second and a {@code chmod} count as well.
 *
 * @param newest when anything changed last
 */
record Stamp(Map<Path, Map<String, Object>> files, Instant newest) {

    /** A lesson's directory and {@code files/} in it, and one to see what is too deep. */
    private static final int DEPTH_LIMIT = StartReader.DEPTH_LIMIT + 3;

    private static final int FILES_LIMIT = 20_000;
    private static final Duration QUIET = Duration.ofMillis(200);
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(2);

    static Stamp of(Path course) {
        Map<Path, Map<String, Object>> files = new TreeMap<>();
        try {
            Files.walkFileTree(course, EnumSet.noneOf(FileVisitOption.class), DEPTH_LIMIT, new Walk(files));
        } catch (IOException e) {
            files.clear();
        }
        Instant newest = files.values().stream()
                .map(attributes -> ((FileTime) attributes.getOrDefault("ctime", FileTime.fromMillis(0))).toInstant())
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        return new Stamp(files, newest);
    }

    /** Whether the last change is a moment ago, so that nobody is in the middle of saving. */
    boolean isQuiet(Instant now) {
        Duration age = Duration.between(newest, now);
        return age.compareTo(QUIET) >= 0 || age.compareTo(CLOCK_SKEW.negated()) < 0;
    }

    private static final class Walk extends SimpleFileVisitor<Path> {

        private final Map<Path, Map<String, Object>> files;

        Walk(Map<Path, Map<String, Object>> files) {
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
            return visitFile(directory, attributes);
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            files.put(file, Files.readAttributes(file, "unix:ctime,mode,size,ino", LinkOption.NOFOLLOW_LINKS));
            return files.size() < FILES_LIMIT ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }
}
