package dev.drydock.machine;

import dev.drydock.engine.EngineException;
import dev.drydock.engine.EngineUnreachableException;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bound that the host's file system itself keeps, where it can: xfs with project quotas. No engine tells beforehand whether it can, so it is asked
 * once, and where it refuses never again; then {@link DiskWatch} alone is what bounds a machine.
 */
final class DiskQuota {

    private static final Logger log = LoggerFactory.getLogger(DiskQuota.class);

    private final String what;
    private final long bytes;
    private volatile boolean refused;

    /**
     * @param what it bounds, for the log
     * @param bytes the bound
     */
    DiskQuota(String what, long bytes) {
        this.what = what;
        this.bytes = bytes;
    }

    /** Makes something with the bound, or without it where it cannot be had. */
    <T> T make(Function<OptionalLong, T> maker) {
        if (refused) {
            return maker.apply(OptionalLong.empty());
        }
        try {
            return maker.apply(OptionalLong.of(bytes));
        } catch (EngineUnreachableException e) {
            throw e;
        } catch (EngineException e) {
            T unbounded = maker.apply(OptionalLong.empty());
            refused = true;
            log.info(
                    "The engine's storage has no quota for {}; machines are measured and stopped instead. {}",
                    what,
                    e.getMessage());
            return unbounded;
        }
    }

    /** The same, for what is made without an answer. */
    void provide(Consumer<OptionalLong> maker) {
        make(bound -> {
            maker.accept(bound);
            return bound;
        });
    }
}
