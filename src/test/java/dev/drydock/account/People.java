package dev.drydock.account;

import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everybody in a database, for other packages' tests. */
public final class People {

    private People() {}

    public static Learners in(JdbcClient database) {
        return new Learners(database, InstantSource.system());
    }

    public static Sessions sessions(JdbcClient database) {
        return new Sessions(database, BelievedTime.ofThisHost());
    }

    public static PersonalCodes codes(JdbcClient database) {
        return new PersonalCodes(database, InstantSource.system());
    }
}
