package dev.drydock.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The disk that the engine keeps its data on. */
final class HostDisk {

    private static final Logger log = LoggerFactory.getLogger(HostDisk.class);

    private final Supplier<Path> place;
    private final Executor background;
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile @Nullable Path found;

    /**
     * @param place asked until it gives an answer without throwing, so an engine that is away is asked again
     * @param background where it is asked: an engine that hangs must hold up nobody who wants to know how much is free
     */
    HostDisk(Supplier<Path> place, Executor background) {
        this.place = place;
        this.background = background;
    }

    /** Bytes that may still be written there; {@link Long#MAX_VALUE} where the server does not see it, or does not know yet where it is. */
    long free() {
        if (found == null && asking.compareAndSet(false, true)) {
            background.execute(this::ask);
        }
        Path directory = found;
        if (directory == null) {
            return Long.MAX_VALUE;
        }
        try {
            return Files.isDirectory(directory) ? Files.getFileStore(directory).getUsableSpace() : Long.MAX_VALUE;
        } catch (IOException | RuntimeException unseen) {
            return Long.MAX_VALUE;
        }
    }

    private void ask() {
        try {
            Path known = place.get();
            found = known;
            if (!Files.isDirectory(known)) {
                log.warn(
                        "{} cannot be seen from here, so nobody notices when the engine's disk is nearly full."
                                + " Name a directory on that disk in drydock.engine.data-root.",
                        known);
            }
        } catch (RuntimeException away) {
            log.debug("The engine does not say where its data is; it is asked again.", away);
        } finally {
            asking.set(false);
        }
    }
}
