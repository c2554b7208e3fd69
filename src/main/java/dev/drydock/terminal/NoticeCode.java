package dev.drydock.terminal;

import java.util.Locale;

/** What a NOTICE tells; its text comes from the message {@code terminal.notice.NAME}. */
enum NoticeCode {
    STARTING,
    /** In line for a machine; with the place and, where that is known, the seconds. */
    WAITING,
    /** No room for another machine, whatever the reason; with the place in line. */
    FULL,
    STOPPED,
    /** To the browser a machine that has stopped; to the learner another matter. */
    GONE,
    UNREACHABLE,
    FAILED;

    String wireName() {
        return this == GONE ? STOPPED.wireName() : lowerName();
    }

    String messageKey() {
        return "terminal.notice." + lowerName();
    }

    private String lowerName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
