package dev.drydock.classroom;

import dev.drydock.account.CodeText;
import dev.drydock.account.LearnerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** All classes, in the database. */
class Classes {

    /** 39 random bits, of which no more than a few may be tried in a second. */
    private static final int CODE_SIGNS = 8;

    private static final String COLUMNS =
            "c.id, c.name, c.state, c.join_code, c.seats, c.hints, c.solutions, c.created_at";

    private final JdbcClient database;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    Classes(JdbcClient database, TransactionOperations transactions, InstantSource clock) {
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A class as its instructor's list shows it. */
    record Listed(TaughtClass taught, int members) {}

    /** A new one, open, with hints and solutions, and with any number of seats. */
    TaughtClass create(LearnerId instructor, String name) {
        TaughtClass made = new TaughtClass(
                ClassId.random(),
                name,
                ClassState.OPEN,
                CodeText.random(CODE_SIGNS),
                0,
                true,
                true,
                Instant.ofEpochMilli(clock.millis()));
        transactions.executeWithoutResult(transaction -> insert(made, instructor));
        return made;
    }

    private void insert(TaughtClass made, LearnerId instructor) {
        database.sql("""
                        INSERT INTO taught_class (id, name, state, join_code, seats, hints, solutions, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        made.id().value(),
                        made.name(),
                        made.state().word(),
                        made.joinCode(),
                        made.seats(),
                        made.hints(),
                        made.solutions(),
                        made.createdAt().toEpochMilli())
                .update();
        database.sql("INSERT INTO class_instructor (class_id, learner_id) VALUES (?, ?)")
                .params(made.id().value(), instructor.value())
                .update();
    }

    /** An instructor's classes, the latest first, with those that are over at the end. */
    List<Listed> taughtBy(LearnerId instructor) {
        return database.sql("SELECT " + COLUMNS + """
                        , (SELECT count(*) FROM class_member m WHERE m.class_id = c.id AND m.left_at IS NULL) AS members
                        FROM taught_class c JOIN class_instructor i ON i.class_id = c.id
                        WHERE i.learner_id = ?
                        ORDER BY CASE WHEN c.state = 'archived' THEN 1 ELSE 0 END, c.created_at DESC, c.name""")
                .param(instructor.value())
                .query((row, number) -> new Listed(of(row), row.getInt("members")))
                .list();
    }

    /** An instructor's class. What is none, and what is another's, look the same. */
    Optional<TaughtClass> taughtBy(LearnerId instructor, String id) {
        return ClassId.parse(id).flatMap(known -> database.sql("SELECT " + COLUMNS + """
                         FROM taught_class c JOIN class_instructor i ON i.class_id = c.id
                        WHERE i.learner_id = ? AND c.id = ?""")
                .params(instructor.value(), known.value())
                .query((row, number) -> of(row))
                .optional());
    }

    /** The class of a join code, however it was typed. */
    Optional<TaughtClass> byCode(String typed) {
        return database.sql("SELECT " + COLUMNS + " FROM taught_class c WHERE c.join_code = ?")
                .param(CodeText.grouped(CodeText.plain(typed)))
                .query((row, number) -> of(row))
                .optional();
    }

    /** Has other changes of the class, and of who is in it, wait for the end of this transaction; on either kind of database. */
    void hold(ClassId id) {
        database.sql("UPDATE taught_class SET state = state WHERE id = ?")
                .param(id.value())
                .update();
    }

    void set(ClassId id, Settings settings) {
        database.sql("UPDATE taught_class SET name = ?, seats = ?, hints = ?, solutions = ? WHERE id = ?")
                .params(settings.name(), settings.seats(), settings.hints(), settings.solutions(), id.value())
                .update();
    }

    /** What an instructor chooses for a class; see {@link TaughtClass}. */
    record Settings(String name, int seats, boolean hints, boolean solutions) {}

    void set(ClassId id, ClassState state) {
        database.sql("UPDATE taught_class SET state = ? WHERE id = ?")
                .params(state.word(), id.value())
                .update();
    }

    /** Gives a class another join code; the one before is worth nothing then. */
    void renewCode(ClassId id) {
        database.sql("UPDATE taught_class SET join_code = ? WHERE id = ?")
                .params(CodeText.random(CODE_SIGNS), id.value())
                .update();
    }

    private static TaughtClass of(ResultSet row) throws SQLException {
        return new TaughtClass(
                new ClassId(row.getString("id")),
                row.getString("name"),
                ClassState.of(row.getString("state")).orElseThrow(),
                row.getString("join_code"),
                row.getInt("seats"),
                row.getBoolean("hints"),
                row.getBoolean("solutions"),
                Instant.ofEpochMilli(row.getLong("created_at")));
    }
}
