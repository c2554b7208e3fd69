package dev.drydock.rehearsal;

/** Something went wrong for one learner, in words for the report. */
final class Mishap extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Mishap(String what) {
        super(what);
    }
}
