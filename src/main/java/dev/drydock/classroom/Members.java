package dev.drydock.classroom;

import dev.drydock.account.Learner;
import dev.drydock.account.LearnerId;
import dev.drydock.account.Memberships.Membership;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is in each class, and who was removed; in the database. */
class Members {

    /** Of a roster are learners only: who could hand out the code of another instructor would become them. */
    private static final String MEMBERS = """
            SELECT l.id, l.name, m.joined_at, m.left_at
            FROM class_member m JOIN learner l ON l.id = m.learner_id WHERE m.class_id = ? AND l.role = 'learner'""";

    private final JdbcClient database;
    private final InstantSource clock;

    Members(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Somebody on a roster.
     *
     * @param leftAt when they were removed, if they were
     */
    record Member(Learner learner, Instant joinedAt, Optional<Instant> leftAt) {

        boolean isPresent() {
            return leftAt.isEmpty();
        }
    }

    /** Everybody who is in a class or was removed from it, by name. */
    List<Member> of(ClassId id) {
        return database.sql(MEMBERS + " ORDER BY l.name, m.joined_at, l.id")
                .param(id.value())
                .query((row, number) -> of(row))
                .list();
    }

    /** Somebody who is in a class or was removed from it. */
    Optional<Member> find(ClassId id, String learner) {
        return database.sql(MEMBERS + " AND l.id = ?")
                .params(id.value(), learner)
                .query((row, number) -> of(row))
                .optional();
    }

    int count(ClassId id) {
        return database.sql("SELECT count(*) FROM class_member WHERE class_id = ? AND left_at IS NULL")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    /** Puts somebody on the roster; whoever was removed is on it again since when they joined first. */
    void add(ClassId id, LearnerId learner) {
        database.sql("""
                        INSERT INTO class_member (class_id, learner_id, joined_at) VALUES (?, ?, ?)
                        ON CONFLICT (class_id, learner_id) DO UPDATE SET left_at = NULL""").params(id.value(), learner.value(), clock.millis()).update();
    }

    void remove(ClassId id, LearnerId learner) {
        database.sql("UPDATE class_member SET left_at = ? WHERE class_id = ? AND learner_id = ? AND left_at IS NULL")
                .params(clock.millis(), id.value(), learner.value())
                .update();
    }

    /** The classes that a learner is in, by when they joined. */
    List<Membership> classesOf(LearnerId learner) {
        return database.sql("""
                        SELECT c.name,
                          (SELECT count(*) FROM class_member o JOIN learner n ON n.id = o.learner_id
                           WHERE o.class_id = c.id AND o.left_at IS NULL AND n.id <> l.id AND n.name = l.name) AS namesakes
                        FROM class_member m JOIN taught_class c ON c.id = m.class_id JOIN learner l ON l.id = m.learner_id
                        WHERE m.learner_id = ? AND m.left_at IS NULL ORDER BY m.joined_at, c.id""")
                .param(learner.value())
                .query((row, number) -> new Membership(row.getString("name"), row.getInt("namesakes") > 0))
                .list();
    }

    /** The class that a learner was removed from last, where they are in none now. */
    Optional<String> removedFrom(LearnerId learner) {
        return database.sql("""
                        SELECT c.name FROM class_member m JOIN taught_class c ON c.id = m.class_id
                          JOIN learner l ON l.id = m.learner_id
                        WHERE m.learner_id = ? AND l.role = 'learner' AND NOT EXISTS
                          (SELECT 1 FROM class_member o WHERE o.learner_id = m.learner_id AND o.left_at IS NULL)
                        ORDER BY m.left_at DESC LIMIT 1""").param(learner.value()).query(String.class).optional();
    }

    private static Member of(ResultSet row) throws SQLException {
        return new Member(
                new Learner(new LearnerId(row.getString("id")), row.getString("name")),
                Instant.ofEpochMilli(row.getLong("joined_at")),
                Assignments.instant(row, "left_at"));
    }
}
