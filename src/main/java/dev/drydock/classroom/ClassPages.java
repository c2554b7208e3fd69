package dev.drydock.classroom;

import dev.drydock.classroom.Assignments.Assignment;
import dev.drydock.classroom.ClassPage.AssignedCourse;
import dev.drydock.classroom.ClassPage.OtherCourse;
import dev.drydock.classroom.ClassPage.Row;
import dev.drydock.classroom.Members.Member;
import dev.drydock.lesson.Course;
import dev.drydock.lesson.Lessons;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Makes the page of a class. */
@Component
@ConditionalOnBooleanProperty("drydock.classroom.open")
class ClassPages {

    private static final DateTimeFormatter INPUT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private final Members members;
    private final Assignments assignments;
    private final Lessons lessons;

    ClassPages(Members members, Assignments assignments, Lessons lessons) {
        this.members = members;
        this.assignments = assignments;
        this.lessons = lessons;
    }

    /** @param origin scheme, host and port as the instructor's browser knows them, which is how learners' know them, too */
    ClassPage of(TaughtClass taught, String origin, Locale language) {
        List<Member> everybody = members.of(taught.id());
        List<Assignment> assigned = assignments.of(taught.id());
        String address = origin + taught.joinPath();
        return new ClassPage(
                taught.name(),
                taught.path(),
                taught.state().word(),
                taught.joinCode(),
                taught.seats() == 0 ? "" : Integer.toString(taught.seats()),
                taught.hints(),
                taught.solutions(),
                address,
                QrImage.of(address),
                ZoneId.systemDefault().getDisplayName(TextStyle.FULL, language),
                assigned.stream().map(one -> course(one, language)).toList(),
                lessons.courses().stream()
                        .filter(course ->
                                assigned.stream().noneMatch(one -> one.course().equals(course.id())))
                        .map(course ->
                                new OtherCourse(course.id(), course.title().in(language)))
                        .toList(),
                rows(everybody.stream().filter(Member::isPresent).toList(), language),
                rows(everybody.stream().filter(member -> !member.isPresent()).toList(), language));
    }

    /** What somebody typed into a {@code datetime-local}; nothing where they left it empty. */
    static Optional<Instant> instant(String typed) throws DateTimeParseException {
        return typed.isBlank()
                ? Optional.empty()
                : Optional.of(LocalDateTime.parse(typed.strip())
                        .atZone(ZoneId.systemDefault())
                        .toInstant());
    }

    /** A course that is not here any more goes by its id. */
    private AssignedCourse course(Assignment assigned, Locale language) {
        String title = lessons.course(assigned.course())
                .map(Course::title)
                .map(text -> text.in(language))
                .orElse(assigned.course());
        return new AssignedCourse(assigned.course(), title, input(assigned.opensAt()), input(assigned.dueAt()));
    }

    private static String input(Optional<Instant> instant) {
        return instant.map(INPUT.withZone(ZoneId.systemDefault())::format).orElse("");
    }

    private static List<Row> rows(List<Member> members, Locale language) {
        DateTimeFormatter joined = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(language)
                .withZone(ZoneId.systemDefault());
        Map<String, Long> names = members.stream()
                .map(member -> member.learner().name())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return members.stream()
                .map(member -> new Row(
                        member.learner().id().value(),
                        member.learner().name(),
                        names.getOrDefault(member.learner().name(), 0L) > 1,
                        joined.format(member.joinedAt())))
                .toList();
    }
}
