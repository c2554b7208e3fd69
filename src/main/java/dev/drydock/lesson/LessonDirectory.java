package dev.drydock.lesson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the directory when it is asked, at most every half second, and reads again the courses that changed. Nothing
 * runs in between, and nothing depends on the file system telling about changes, which shared and mounted ones do not.
 */
final class LessonDirectory implements Lessons {

    private static final Logger LOGGER = LoggerFactory.getLogger(LessonDirectory.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Path directory;
    private final InstantSource clock;
    private final Reading reading;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile Snapshot snapshot = new Snapshot(Map.of(), List.of());
    private final AtomicLong revision = new AtomicLong();
    private volatile Instant lookAgain = Instant.EPOCH;

    LessonDirectory(Path directory, InstantSource clock) {
        this(directory, clock, CourseReader::read);
    }

    LessonDirectory(Path directory, InstantSource clock, Reading reading) {
        this.directory = directory.toAbsolutePath().normalize();
        this.clock = clock;
        this.reading = reading;
        look();
    }

    /** How a course is read. */
    interface Reading {
        Optional<Course> of(CourseReader reader);
    }

    @Override
    public List<Course> courses() {
        return current().courses();
    }

    @Override
    public List<Problem> problems() {
        return current().problems();
    }

    @Override
    public long revision() {
        current();
        return revision.get();
    }

    /** Whoever comes while somebody else looks, or has waited long enough, gets what there is. */
    private Snapshot current() {
        if (!clock.instant().isBefore(lookAgain) && looking.compareAndSet(false, true)) {
            Thread looker = Thread.ofPlatform().daemon().name("lessons").start(this::lookOnce);
            try {
                looker.join(PATIENCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return snapshot;
    }

    private void lookOnce() {
        try {
            look();
        } finally {
            looking.set(false);
        }
    }

    private void look() {
        Snapshot before = snapshot;
        Snapshot now = read(before);
        now.problems().stream()
                .filter(problem -> !before.problems().contains(problem))
                .forEach(problem -> LOGGER.warn("{}/{}", directory, problem));
        snapshot = now;
        // After the snapshot: whoever asks for the revision first sees nothing older than it says.
        if (!now.equals(before)) {
            revision.incrementAndGet();
        }
        lookAgain = clock.instant().plus(BETWEEN_LOOKS);
    }

    private Snapshot read(Snapshot before) {
        Map<String, ReadCourse> courses = new TreeMap<>();
        List<Problem> problems = new ArrayList<>();
        try {
            Path root = directory.toRealPath();
            for (Path entry : directories(root)) {
                String id = entry.getFileName().toString();
                if (!CourseReader.ID.matcher(id).matches()) {
                    problems.add(Problem.in(
                            id,
                            Rule.COURSE_NAME,
                            "This cannot name a course. Use lower-case letters, digits and hyphens."));
                } else if (Files.isSymbolicLink(entry)) {
                    problems.add(Problem.in(
                            id, Rule.COURSE_LINK, "This is a link. Put the course's directory itself here."));
                } else {
                    courses.put(id, course(root, entry, before.byId().get(id)));
                }
            }
        } catch (IOException | UncheckedIOException e) {
            problems.add(
                    Problem.in(
                            ".",
                            Rule.LESSONS_MISSING,
                            "There is no directory " + directory
                                    + " that can be read. Make it and put a course into it, or name another (drydock.lessons)."));
            return new Snapshot(Map.of(), problems);
        }
        if (courses.isEmpty() && problems.isEmpty()) {
            problems.add(
                    Problem.in(".", Rule.LESSONS_EMPTY, "There is no course in " + directory + ". Put one into it."));
        }
        return new Snapshot(courses, problems);
    }

    private static List<Path> directories(Path root) throws IOException {
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(Files::isDirectory)
                    .filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private ReadCourse course(Path root, Path directory, @Nullable ReadCourse before) {
        Stamp stamp = Stamp.of(directory);
        if (before != null && (before.stamp().equals(stamp) || !stamp.isQuiet(clock.instant()))) {
            return before;
        }
        ReadCourse now = read(root, directory, stamp, before == null ? null : before.course());
        boolean changedMeanwhile = !Stamp.of(directory).equals(stamp);
        return before != null && changedMeanwhile ? before : now;
    }

    /** Whatever an author manages to write, the other courses stay. */
    private ReadCourse read(Path root, Path directory, Stamp stamp, @Nullable Course before) {
        CourseReader reader = new CourseReader(new CourseFiles(root, directory), before);
        try {
            return new ReadCourse(stamp, reading.of(reader).orElse(null), reader.problems());
        } catch (RuntimeException e) {
            LOGGER.error("Reading {} failed", directory, e);
            Problem problem = Problem.in(
                    directory.getFileName().toString(),
                    Rule.COURSE_UNREADABLE,
                    "This course cannot be read, which is a mistake in Drydock. Undo the last edit and report it.");
            return new ReadCourse(stamp, before, List.of(problem));
        }
    }

    /** One course as it was when its stamp was taken; null where there has never been a usable one. */
    private record ReadCourse(Stamp stamp, @Nullable Course course, List<Problem> problems) {

        ReadCourse {
            problems = List.copyOf(problems);
        }
    }

    private record Snapshot(Map<String, ReadCourse> byId, List<Course> courses, List<Problem> problems) {

        Snapshot(Map<String, ReadCourse> byId, List<Problem> about) {
            this(
                    byId,
                    byId.values().stream()
                            .map(ReadCourse::course)
                            .flatMap(Stream::ofNullable)
                            .toList(),
                    Stream.concat(
                                    about.stream(),
                                    byId.values().stream()
                                            .map(ReadCourse::problems)
                                            .flatMap(Collection::stream))
                            .sorted()
                            .toList());
        }
    }
}
