package dev.drydock.machine;

/**
 * What one machine may take of the host's disk, and what is done when it comes near that.
 *
 * @param bytes what it may take
 */
record DiskLimit(long bytes) {

    /** Where nobody measures. */
    static final DiskLimit NONE = new DiskLimit(Long.MAX_VALUE / 2);

    /** From here on its learner is told. */
    long warning() {
        return bytes / 10 * 8;
    }

    /** A machine that takes more than this is stopped. The room above what it may take is for those who are about to clean up. */
    long tolerated() {
        return bytes / 10 * 11;
    }

    /** How much a machine may grow that is over its limit already when it is looked at for the first time, or woken to be cleaned up. */
    long slack() {
        return bytes / 50;
    }

    DiskUsage.Level level(long used) {
        if (used >= bytes) {
            return DiskUsage.Level.FULL;
        }
        return used >= warning() ? DiskUsage.Level.NEARLY_FULL : DiskUsage.Level.ENOUGH;
    }
}
