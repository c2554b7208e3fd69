package dev.drydock.classroom;

import dev.drydock.account.LearnerId;
import dev.drydock.attempt.Policy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a learner's classes allow: whoever is in several is allowed what the most generous of them allows. */
class ClassPolicy implements Policy {

    private final JdbcClient database;

    ClassPolicy(JdbcClient database) {
        this.database = database;
    }

    /**
     * What one class says of one course.
     *
     * @param course null where the class is shown all
     */
    private record Rule(@Nullable String course, CourseRules rules) {

        private boolean isAbout(String asked) {
            return course == null || course.equals(asked);
        }
    }

    @Override
    public Permissions of(LearnerId learner) {
        List<Rule> rules = new ArrayList<>();
        database.sql("""
                        SELECT c.hints, c.solutions, k.course_id, k.opens_at, k.due_at
                        FROM class_member m JOIN taught_class c ON c.id = m.class_id
                          LEFT JOIN class_course k ON k.class_id = c.id
                        WHERE m.learner_id = ? AND m.left_at IS NULL""").param(learner.value()).query((ResultSet row) -> {
            rules.add(rule(row));
        });
        return rules.isEmpty()
                ? Permissions.EVERYTHING
                : course -> rules.stream()
                        .filter(rule -> rule.isAbout(course))
                        .map(Rule::rules)
                        .reduce(ClassPolicy::theMoreGenerous);
    }

    private static CourseRules theMoreGenerous(CourseRules one, CourseRules other) {
        return new CourseRules(
                both(one.opensAt(), other.opensAt(), BinaryOperator.minBy(Comparator.naturalOrder())),
                both(one.dueAt(), other.dueAt(), BinaryOperator.maxBy(Comparator.naturalOrder())),
                one.hints() || other.hints(),
                one.solutions() || other.solutions());
    }

    /** Of two limits one; none where one of the classes has none. */
    private static Optional<Instant> both(
            Optional<Instant> one, Optional<Instant> other, BinaryOperator<Instant> choice) {
        return one.flatMap(first -> other.map(second -> choice.apply(first, second)));
    }

    private static Rule rule(ResultSet row) throws SQLException {
        Optional<Instant> opens = Assignments.instant(row, "opens_at");
        Optional<Instant> due = Assignments.instant(row, "due_at");
        return new Rule(
                row.getString("course_id"),
                new CourseRules(opens, due, row.getBoolean("hints"), row.getBoolean("solutions")));
    }
}
