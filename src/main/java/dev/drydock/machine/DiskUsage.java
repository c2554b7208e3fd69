package dev.drydock.machine;

/**
 * What a machine takes of the host's disk, as it was last measured.
 *
 * @param used bytes
 * @param limit bytes that it may take
 * @param stopped why it was stopped, if it was because of the disk and has not been started since
 */
public record DiskUsage(long used, long limit, Level level, Stopped stopped) {

    /** How near a machine is to what it may take. */
    public enum Level {
        ENOUGH,
        /** 80 % and more. */
        NEARLY_FULL,
        /** As much as it may take, or more. */
        FULL
    }

    /** Why a machine stands still. */
    public enum Stopped {
        NO,
        /** It took more than it may. */
        OVER_LIMIT,
        /** The host's disk was nearly full, and it was the one that grew. */
        HOST_FULL,
        /** It ran for minutes, and what it takes could not be measured. */
        UNMEASURED
    }

    public boolean isStopped() {
        return stopped != Stopped.NO;
    }
}
