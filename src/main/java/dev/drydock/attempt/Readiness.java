package dev.drydock.attempt;

import java.util.Locale;

/** Whether a machine is as somebody wanted to have it. */
public enum Readiness {
    /** It is. */
    READY,
    /** A script of the lesson's failed on the way there, which is not the learner's fault. */
    FAILED,
    /** It is, but for the internet, which the lesson asks for and the host allows. */
    OFFLINE,
    /** There is no room for another machine now. */
    FULL,
    /** The machine, or the engine that it runs on, did not answer. */
    AWAY;

    /** As it stands on the page. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
