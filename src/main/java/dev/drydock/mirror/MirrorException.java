package dev.drydock.mirror;

/** The mirror does not do what it was asked; the message says what, why, and what to do. */
public final class MirrorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MirrorException(String message) {
        super(message);
    }
}
