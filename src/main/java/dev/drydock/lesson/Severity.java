package dev.drydock.lesson;

import java.util.Locale;

/** How bad a problem is. */
public enum Severity {
    /** Something does not work as the author wrote it. */
    ERROR,
    /** It works, but is probably not what the author wants. */
    WARNING;

    /** Such as {@code error}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
