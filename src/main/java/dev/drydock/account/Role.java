package dev.drydock.account;

import java.util.Arrays;
import java.util.Locale;

/** What somebody may do here. Each may do what the one before may. */
public enum Role {
    /** Works through lessons, in a machine of their own. */
    LEARNER,
    /** Has classes, and sees to the learners in them; not to those of others. */
    INSTRUCTOR,
    /** Runs the instance. */
    ADMIN;

    /** As it stands in the database. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The authorities that Spring Security knows them by, from this one down to the first. */
    String[] authorities() {
        return Arrays.stream(values())
                .filter(role -> role.compareTo(this) <= 0)
                .map(role -> "ROLE_" + role.name())
                .toArray(String[]::new);
    }

    static Role of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
