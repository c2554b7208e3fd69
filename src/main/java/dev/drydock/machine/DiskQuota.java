package dev.drydock.machine;

import dev.drydock.engine.EngineException;
import dev.drydock.engine.EngineUnreachableException;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bound that the host's file system itself keeps, where it can: xfs with project quotas. No engine tells beforehand whether it can, so it is tried.
 * Where it says that it has no quotas it is never asked again; then {@link DiskWatch} alone is what bounds a machine. Any other error may pass.
 */
final class DiskQuota {

    private static final Logger log = LoggerFactory.getLogger(DiskQuota.class);

    private final String what;
    private final long bytes;
    private static final Pattern NO_QUOTAS = Pattern.compile("quota|storage.?opt", Pattern.CASE_INSENSITIVE);

    private volatile boolean refused;
    private volatile boolean kept;

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
            T bounded = maker.apply(OptionalLong.of(bytes));
            kept = true;
            return bounded;
        } catch (EngineUnreachableException e) {
            throw e;
        } catch (EngineException e) {
            if (kept) {
                throw e;
            }
            T unbounded = maker.apply(OptionalLong.empty());
            learnFrom(e);
            return unbounded;
        }
    }

    private void learnFrom(EngineException refusal) {
        refused = NO_QUOTAS.matcher(String.valueOf(refusal.getMessage())).find();
        log.info(
                "The engine made one of the {} without a quota only, {}; machines are measured and stopped instead. {}",
                what,
                refused ? "and is not asked for quotas again" : "and is asked again next time",
                refusal.getMessage());
    }

    /** The same, for what is made without an answer. */
    void provide(Consumer<OptionalLong> maker) {
        make(bound -> {
            maker.accept(bound);
            return bound;
        });
    }
}
