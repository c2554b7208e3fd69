package dev.drydock.authoring;

/** A machine of the proof did not do what it was asked, which says nothing about the lesson. */
final class Trouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Trouble(String message) {
        super(message);
    }
}
