package dev.drydock.machine;

import dev.drydock.engine.RecurringTask;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * What was seen of the engine and the host at the latest look. Whoever asks gets an answer at once, also while an engine hangs.
 */
class Vitals {

    private static final Logger log = LoggerFactory.getLogger(Vitals.class);

    /** Longer than from one look to the next, and than an engine under load takes to list its containers. */
    private static final Duration FRESH = Duration.ofSeconds(40);

    private final MachineRuntime runtime;
    private final HostCapacity host;
    private final InstantSource clock;
    private final RecurringTask task = new RecurringTask("vitals", this::count);
    private volatile @Nullable Seen seen;
    private volatile boolean silent;

    private record Seen(Instant when, Census census) {}

    /** @param clock one that does not jump */
    Vitals(MachineRuntime runtime, HostCapacity host, InstantSource clock) {
        this.runtime = runtime;
        this.host = host;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "10s")
    void look() {
        task.begin();
    }

    void count() {
        try {
            seen = new Seen(clock.instant(), runtime.census());
            if (silent) {
                silent = false;
                log.info("The container engine answers again");
            }
        } catch (RuntimeException e) {
            seen = null;
            if (!silent) {
                silent = true;
                log.error(
                        "The container engine does not answer; going on with all that needs none. {}", e.getMessage());
            }
        }
    }

    /** Whether the engine has answered lately. */
    boolean engineAnswers() {
        return fresh().isPresent();
    }

    /** Nothing where the engine has not answered lately. */
    double count(ToIntFunction<Census> which) {
        return fresh().map(which::applyAsInt).map(Integer::doubleValue).orElse(Double.NaN);
    }

    double availableMemory() {
        return orUnknown(host.availableMemory());
    }

    double freeDisk() {
        return orUnknown(host.freeDisk());
    }

    double freeProcesses() {
        return orUnknown(host.freeProcesses());
    }

    private Optional<Census> fresh() {
        return Optional.ofNullable(seen)
                .filter(last -> last.when().plus(FRESH).isAfter(clock.instant()))
                .map(Seen::census);
    }

    private static double orUnknown(long value) {
        return value == Long.MAX_VALUE ? Double.NaN : value;
    }
}
