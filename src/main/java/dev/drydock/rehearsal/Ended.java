package dev.drydock.rehearsal;

/** The rehearsal is over, or was interrupted: nothing that went wrong. */
final class Ended extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Ended() {
        super("The rehearsal has ended");
    }

    /** For who was interrupted. */
    static Ended interrupted() {
        Thread.currentThread().interrupt();
        return new Ended();
    }
}
