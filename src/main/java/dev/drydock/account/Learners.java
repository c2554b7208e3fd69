package dev.drydock.account;

import java.time.InstantSource;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everybody who learns on this instance. */
public final class Learners {

    private static final String JUST_ME = "just-me";

    private final JdbcClient database;
    private final InstantSource clock;

    Learners(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    public Optional<Learner> find(LearnerId id) {
        return database.sql("SELECT id, name FROM learner WHERE id = ?")
                .param(id.value())
                .query((row, number) -> new Learner(new LearnerId(row.getString("id")), row.getString("name")))
                .optional();
    }

    /** Somebody new, whom no sign-in recognises. */
    Learner add(String name) {
        Learner learner = new Learner(LearnerId.random(), name);
        database.sql("INSERT INTO learner (id, known_as, name, created_at) VALUES (?, ?, ?, ?)")
                .params(learner.id().value(), "nobody:" + learner.id(), name, clock.millis())
                .update();
        return learner;
    }

    /** The one learner of just-me mode, made when first asked for. */
    public Learner justMe() {
        database.sql("""
                        INSERT INTO learner (id, known_as, name, created_at) VALUES (?, ?, ?, ?)
                        ON CONFLICT (known_as) DO NOTHING""")
                .params(LearnerId.random().value(), JUST_ME, "Learner", clock.millis())
                .update();
        return database.sql("SELECT id, name FROM learner WHERE known_as = ?")
                .param(JUST_ME)
                .query((row, number) -> new Learner(new LearnerId(row.getString("id")), row.getString("name")))
                .single();
    }
}
