package dev.drydock.classroom;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether a class takes people in. Whoever is in it works on in each of them. */
enum ClassState {
    OPEN,
    CLOSED,
    /** It is over: takes nobody in, and is the last in its instructor's list. */
    ARCHIVED;

    /** As it stands in the database, in forms and in the keys of messages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ClassState> of(String word) {
        return Arrays.stream(values())
                .filter(state -> state.word().equals(word))
                .findFirst();
    }
}
