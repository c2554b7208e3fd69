package dev.drydock.machine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who used their machine when, as long as this server has run: before that, nobody knows, and the time begins with the first question. It goes by a
 * clock that nobody sets, so that a host's clock that jumps puts no machine to rest.
 */
final class Usage {

    private final InstantSource steady;
    private final Map<Owner, Instant> last = new ConcurrentHashMap<>();
    private final Map<Owner, Instant> ends = new ConcurrentHashMap<>();

    Usage(InstantSource steady) {
        this.steady = steady;
    }

    void touch(Owner owner) {
        last.put(owner, steady.instant());
        ends.remove(owner);
    }

    /** For how long nobody has used it. */
    Duration idle(Owner owner) {
        Instant now = steady.instant();
        return Duration.between(last.computeIfAbsent(owner, o -> now), now);
    }

    /** Writes down until when, by the wall's clock, a machine is kept; it is told to its owner until they use it. */
    void keepUntil(Owner owner, Instant end) {
        ends.put(owner, end);
    }

    Optional<Instant> keptUntil(Owner owner) {
        return Optional.ofNullable(ends.get(owner));
    }

    void forget(Owner owner) {
        last.remove(owner);
        ends.remove(owner);
    }
}
