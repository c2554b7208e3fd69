package dev.drydock.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everybody who learns or teaches on this instance. */
public final class Learners {

    private static final String JUST_ME = "just-me";
    private static final String FIRST_INSTRUCTOR = "first-instructor";

    private final JdbcClient database;
    private final InstantSource clock;

    Learners(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    public Optional<Learner> find(LearnerId id) {
        return database.sql("SELECT id, name, role FROM learner WHERE id = ?")
                .param(id.value())
                .query((row, number) -> of(row))
                .optional();
    }

    /**
     * Somebody new who learns, and whom no sign-in recognises.
     *
     * @param name the text of a {@link LearnerName} without fault
     */
    public Learner add(String name) {
        Learner learner = new Learner(LearnerId.random(), name);
        database.sql("INSERT INTO learner (id, known_as, name, created_at, role) VALUES (?, ?, ?, ?, ?)")
                .params(
                        learner.id().value(),
                        "nobody:" + learner.id(),
                        name,
                        clock.millis(),
                        learner.role().word())
                .update();
        return learner;
    }

    /**
     * Gives somebody another name, on every page from now on.
     *
     * @param name the text of a {@link LearnerName} without fault
     */
    public void rename(LearnerId learner, String name) {
        database.sql("UPDATE learner SET name = ? WHERE id = ?")
                .params(name, learner.value())
                .update();
    }

    /** The one learner of just-me mode, made when first asked for. */
    public Learner justMe() {
        return known(JUST_ME, "Learner", Role.LEARNER);
    }

    /** Who opens a classroom: the instructor by the address that the launcher prints, made when first asked for. */
    public Learner firstInstructor() {
        return known(FIRST_INSTRUCTOR, "Instructor", Role.INSTRUCTOR);
    }

    private Learner known(String as, String name, Role role) {
        database.sql("""
                        INSERT INTO learner (id, known_as, name, created_at, role) VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (known_as) DO NOTHING""")
                .params(LearnerId.random().value(), as, name, clock.millis(), role.word())
                .update();
        return database.sql("SELECT id, name, role FROM learner WHERE known_as = ?")
                .param(as)
                .query((row, number) -> of(row))
                .single();
    }

    /** Of a row with the columns {@code id}, {@code name} and {@code role} of the table {@code learner}. */
    static Learner of(ResultSet row) throws SQLException {
        return new Learner(new LearnerId(row.getString("id")), row.getString("name"), Role.of(row.getString("role")));
    }
}
