package dev.drydock.account;

import dev.drydock.instance.DataDirectory;
import dev.drydock.instance.InstanceId;
import dev.drydock.instance.SqliteDatabase;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Learners who never came by the sign-in page, each with a browser that is signed in: for a rehearsal, which owns the data directory that
 * it writes to, with SQLite. A server may be using that directory meanwhile.
 */
public final class Enrolment {

    private Enrolment() {}

    /**
     * Adds learners and signs each of them in.
     *
     * @param directory a {@link DataDirectory} whose database a server has brought up to date
     * @return a {@code Cookie} header for each
     */
    public static List<String> enrol(int learners, Path directory, InstanceId instance) {
        DataSource source = new SqliteDatabase(directory).connections();
        JdbcClient database = JdbcClient.create(source);
        Learners everybody = new Learners(database, InstantSource.system());
        Sessions sessions = new Sessions(database, BelievedTime.ofThisHost());
        String cookie = SessionCookie.nameFor(instance);
        return IntStream.rangeClosed(1, learners)
                .mapToObj(number -> everybody.add("Learner " + number))
                .map(learner -> cookie + "=" + sessions.open(learner.id()).value())
                .toList();
    }
}
