package dev.drydock.terminal;

import dev.drydock.machine.DiskFullException;
import dev.drydock.machine.DiskUsage;
import dev.drydock.machine.DiskUsage.Level;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** What one connection says of its machine's disk: each level once, and that there is enough room again. */
final class DiskNotices {

    private Level told = Level.ENOUGH;

    /**
     * One notice, with what its words need.
     *
     * @param details none where it has no words
     */
    record DiskNotice(NoticeCode code, Object... details) {}

    /** What there is to say now, if anything is new. */
    Optional<DiskNotice> next(Optional<DiskUsage> usage) {
        Level level = usage.map(DiskUsage::level).orElse(Level.ENOUGH);
        if (level == told) {
            return Optional.empty();
        }
        told = level;
        return Optional.of(usage.filter(used -> level != Level.ENOUGH)
                .map(used -> new DiskNotice(
                        level == Level.FULL ? NoticeCode.DISK_FULL : NoticeCode.DISK,
                        gigabytes(used.used()),
                        gigabytes(used.limit())))
                .orElseGet(() -> new DiskNotice(NoticeCode.DISK)));
    }

    /** Why the machine stands still, if it is because of the disk. */
    static Optional<DiskNotice> whyStopped(Optional<DiskUsage> usage) {
        return usage.filter(DiskUsage::isStopped).map(used -> stopped(used, Duration.ZERO));
    }

    static DiskNotice stopped(DiskFullException refusal) {
        return stopped(refusal.usage(), refusal.rest());
    }

    private static DiskNotice stopped(DiskUsage usage, Duration rest) {
        return new DiskNotice(
                switch (usage.stopped()) {
                    case HOST_FULL -> NoticeCode.HOST_DISK_STOPPED;
                    case UNMEASURED -> NoticeCode.DISK_UNMEASURED;
                    case OVER_LIMIT, NO -> NoticeCode.DISK_STOPPED;
                },
                gigabytes(usage.used()),
                gigabytes(usage.limit()),
                rest.plusMillis(999).toSeconds());
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes / (1024.0 * 1024 * 1024));
    }
}
