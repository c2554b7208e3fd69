package dev.drydock.terminal;

import java.util.Locale;

/** What a NOTICE tells; its text comes from the message {@code terminal.notice.NAME}. */
enum NoticeCode {
    STARTING,
    STOPPED,
    UNREACHABLE,
    FAILED;

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    String messageKey() {
        return "terminal.notice." + wireName();
    }
}
