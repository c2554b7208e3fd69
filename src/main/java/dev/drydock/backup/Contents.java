package dev.drydock.backup;

import dev.drydock.instance.DataDirectory;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What of a data directory belongs into a backup: all of it, but for what only means something to a server that runs, logs, and copies of older
 * data.
 */
final class Contents {

    private static final String REPLACED = "replaced-";
    private static final Set<String> LEFT_OUT = Set.of(
            "lock",
            "up.lock",
            "logs",
            "sign-in",
            "server.pid",
            "server.port",
            "server.classroom",
            "server.certificate",
            "restore.new");

    private Contents() {}

    /** The names of the files, with {@code /} between directories, without the database. Links are passed over. */
    static List<String> of(Path data) throws IOException {
        List<String> names = new ArrayList<>();
        Files.walkFileTree(data, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return directory.equals(data) || belongs(nameOf(directory))
                        ? FileVisitResult.CONTINUE
                        : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = nameOf(file);
                if (attributes.isRegularFile() && belongs(name) && !name.startsWith(DataDirectory.DATABASE)) {
                    names.add(name);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE; // a server that runs has removed it meanwhile
                }
                throw failure;
            }

            private String nameOf(Path file) {
                return data.relativize(file).toString();
            }
        });
        return names.stream().sorted().toList();
    }

    /** Whether a file or directory of this name is part of what is kept and restored. */
    static boolean belongs(String name) {
        String first = name.substring(0, name.indexOf('/') < 0 ? name.length() : name.indexOf('/'));
        return !LEFT_OUT.contains(first) && !first.startsWith(REPLACED) && !first.endsWith(".new");
    }

    /** Whether a name leads to a file in the directory that it is put into, and nowhere else. */
    static boolean isSafe(String name) {
        return name.matches("[^/\\\\\\p{Cntrl}]+(/[^/\\\\\\p{Cntrl}]+)*")
                && Stream.of(name.split("/")).noneMatch(part -> part.equals(".") || part.equals(".."));
    }

    /** A name for what is put aside at that time. */
    static String replacedAt(String time) {
        return REPLACED + time;
    }
}
