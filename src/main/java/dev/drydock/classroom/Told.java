package dev.drydock.classroom;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a class's page tells after a form was sent. */
enum Told {
    SAVED,
    NEW_CODE,
    REMOVED,
    READMITTED,
    MACHINE_READY,
    MACHINE_NONE,
    MACHINE_FULL,
    MACHINE_AWAY;

    /** As it stands in addresses and in the keys of messages. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Told> of(String word) {
        return Arrays.stream(values()).filter(told -> told.word().equals(word)).findFirst();
    }
}
