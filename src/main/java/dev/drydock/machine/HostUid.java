package dev.drydock.machine;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The host uid that owns one machine's user namespace and nothing else, so that what the kernel counts per user (inotify instances, keys,
 * namespaces) is each machine's own. Above every range that distributions give to people and their containers.
 */
record HostUid(int value) {

    private static final int FIRST = 2_070_000;
    private static final int COUNT = 100_000;

    HostUid {
        if (value < FIRST || value >= FIRST + COUNT) {
            throw new IllegalArgumentException(
                    "A machine's host uid is between " + FIRST + " and " + (FIRST + COUNT - 1) + ", not " + value);
        }
    }

    static HostUid parse(String text) {
        return new HostUid(Integer.parseInt(text));
    }

    /** The uid in a label that anybody may have written, or nothing where it is none of ours. */
    static Optional<HostUid> tryParse(String text) {
        try {
            return Optional.of(parse(text));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    static HostUid notIn(Set<Integer> taken) {
        if (taken.size() >= COUNT) {
            throw new MachineException("All " + COUNT + " host uids for machines are taken. Remove machines.", null);
        }
        while (true) {
            int value = FIRST + ThreadLocalRandom.current().nextInt(COUNT);
            if (!taken.contains(value)) {
                return new HostUid(value);
            }
        }
    }

    /** As the engine wants it. */
    String userAndGroup() {
        return value + ":" + value;
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
