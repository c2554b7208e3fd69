package dev.drydock.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The disk that the engine keeps its data on. */
final class HostDisk {

    private static final Logger log = LoggerFactory.getLogger(HostDisk.class);

    private final Supplier<Path> place;
    private volatile @Nullable Path found;

    /** @param place asked until it gives an answer without throwing, so an engine that is away is asked again */
    HostDisk(Supplier<Path> place) {
        this.place = place;
    }

    /** Bytes that may still be written there; {@link Long#MAX_VALUE} where the server does not see it. */
    long free() {
        try {
            Path directory = directory();
            return Files.isDirectory(directory) ? Files.getFileStore(directory).getUsableSpace() : Long.MAX_VALUE;
        } catch (IOException | RuntimeException unseen) {
            return Long.MAX_VALUE;
        }
    }

    private Path directory() {
        Path known = found;
        if (known == null) {
            known = place.get();
            found = known;
            if (!Files.isDirectory(known)) {
                log.warn(
                        "{} cannot be seen from here, so nobody notices when the engine's disk is nearly full."
                                + " Name a directory on that disk in drydock.engine.data-root.",
                        known);
            }
        }
        return known;
    }
}
