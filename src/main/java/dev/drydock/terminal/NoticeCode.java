package dev.drydock.terminal;

import java.util.Locale;

/** What a NOTICE tells; its text comes from the message {@code terminal.notice.NAME}. */
enum NoticeCode {
    STARTING,
    /** In line for a machine; with the place and, where that is known, the seconds. */
    WAITING,
    /** No room for another machine, whatever the reason; with the place in line. */
    FULL,
    /** How much of its disk a machine has used; with that and the most. Without words: there is enough room again. */
    DISK,
    /** The machine takes more than it may; if it takes still more, it is stopped. */
    DISK_FULL,
    /** To the browser a machine that has stopped; with what it used and may use of the disk, and the seconds until it may start again. */
    DISK_STOPPED,
    /** The same, but for the host's disk. */
    HOST_DISK_STOPPED,
    /** The same, because nobody could see how much of the disk it takes. */
    DISK_UNMEASURED,
    STOPPED,
    /** To the browser a machine that has stopped; to the learner another matter. */
    GONE,
    /** The server is about to end, and usually comes back. */
    RESTARTING,
    UNREACHABLE,
    FAILED;

    String wireName() {
        return switch (this) {
            case GONE, DISK_STOPPED, HOST_DISK_STOPPED, DISK_UNMEASURED -> STOPPED.lowerName();
            case DISK_FULL -> DISK.lowerName();
            default -> lowerName();
        };
    }

    String messageKey() {
        return "terminal.notice." + lowerName().replace('_', '-');
    }

    private String lowerName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
