package dev.drydock.lesson;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what a machine gets before a lesson: {@code setup.sh} and what is below {@code files/}. */
final class StartReader {

    /** Directories below {@code files/}, itself included; a {@link Stamp} looks as deep. */
    static final int DEPTH_LIMIT = 8;

    private static final int COUNT_LIMIT = 200;
    private static final int SIZE_LIMIT = 1024 * 1024;
    private static final int TOTAL_LIMIT = 8 * 1024 * 1024;
    private static final Pattern PATH = Pattern.compile("[^\\p{Cntrl}\\\\]{1,200}");
    private static final String REMEDY = "Have setup.sh make what is not in this repository.";

    private final CourseFiles files;
    private final Path lesson;
    private final List<Problem> problems;
    private final boolean internet;
    private final Path home;

    StartReader(CourseFiles files, Path lesson, boolean internet, List<Problem> problems) {
        this.files = files;
        this.lesson = lesson;
        this.internet = internet;
        this.problems = problems;
        this.home = lesson.resolve("files");
    }

    Start read() {
        Path setup = lesson.resolve("setup.sh");
        boolean has = Files.exists(setup, LinkOption.NOFOLLOW_LINKS);
        return new Start(internet, has ? new Scripts(files, problems).read(setup) : null, homeFiles());
    }

    private List<HomeFile> homeFiles() {
        if (!Files.exists(home, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        List<HomeFile> found = new ArrayList<>();
        long total = 0;
        try {
            for (Path file : paths()) {
                HomeFile one = homeFile(file);
                total += one.size();
                if (total > TOTAL_LIMIT) {
                    throw bad(home, Rule.FILES_LIMIT, "These files are larger than 8 MiB in all. " + REMEDY);
                }
                found.add(one);
            }
        } catch (BadFileException e) {
            problems.add(e.problem());
            return List.of();
        }
        return found;
    }

    private HomeFile homeFile(Path file) throws BadFileException {
        String path = home.relativize(file).toString();
        if (!PATH.matcher(path).matches()) {
            throw bad(
                    file,
                    Rule.FILES_NAME,
                    "This path is longer than 200 characters, or has control characters or \\ in it. Rename it.");
        }
        byte[] content = files.bytes(file, SIZE_LIMIT);
        return new HomeFile(path, content, Scripts.isExecutable(file));
    }

    /** Files and links, in order; directories that are links are not entered. */
    private List<Path> paths() throws BadFileException {
        if (!Files.isDirectory(home, LinkOption.NOFOLLOW_LINKS)) {
            throw bad(
                    home,
                    Rule.FILES_NAME,
                    "This is not a directory. Make it one: what is in it goes to the learner's home.");
        }
        List<Path> paths = new ArrayList<>();
        try {
            Files.walkFileTree(home, Set.of(), DEPTH_LIMIT, new Walk(paths));
        } catch (IOException e) {
            throw bad(
                    home,
                    Rule.FILE_UNREADABLE,
                    "This cannot be read (" + e.getMessage() + "). Make it readable for the server.");
        }
        if (paths.size() > COUNT_LIMIT) {
            throw bad(home, Rule.FILES_LIMIT, "There are more than " + COUNT_LIMIT + " files here. " + REMEDY);
        }
        for (Path path : paths) {
            if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                throw bad(
                        path,
                        Rule.FILES_LIMIT,
                        "This is nested deeper than " + (DEPTH_LIMIT - 1) + " directories. Make it flatter.");
            }
        }
        return paths.stream().sorted().toList();
    }

    private BadFileException bad(Path file, Rule rule, String message) {
        return new BadFileException(Problem.in(files.name(file), rule, message));
    }

    private static final class Walk extends SimpleFileVisitor<Path> {

        private final List<Path> paths;

        Walk(List<Path> paths) {
            this.paths = paths;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            paths.add(file);
            return paths.size() > COUNT_LIMIT ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            paths.add(file);
            return FileVisitResult.CONTINUE;
        }
    }
}
