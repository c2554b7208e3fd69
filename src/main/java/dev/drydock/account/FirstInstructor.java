package dev.drydock.account;

import dev.drydock.instance.DataDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** The instructor by a printed address. */
record FirstInstructor(Learners learners, DataDirectory directory) {

    /** Who it is; the launcher learns that they have come, and prints an address from then on only when it is asked for one. */
    Learner come() {
        try {
            Files.writeString(directory.instructorHasCome(), "");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + directory.instructorHasCome(), e);
        }
        return learners.firstInstructor();
    }
}
