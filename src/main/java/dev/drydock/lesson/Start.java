package dev.drydock.lesson;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a machine gets before a lesson is worked on: first the files, then the script.
 *
 * @param internet whether the lesson's course asks for the internet, for as long as the lesson is open
 * @param setup run as root, once for each machine; null where there is none
 * @param files put into the learner's home where nothing has their name yet
 */
public record Start(boolean internet, @Nullable Script setup, List<HomeFile> files) {

    /** A machine is ready as it is. */
    public static final Start NOTHING = new Start(null, List.of());

    public Start {
        files = List.copyOf(files);
    }

    /** Without the internet. */
    public Start(@Nullable Script setup, List<HomeFile> files) {
        this(false, setup, files);
    }

    /** Whether a machine is ready as it is, but for the internet. */
    public boolean isEmpty() {
        return setup == null && files.isEmpty();
    }
}
