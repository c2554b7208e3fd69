package dev.drydock.egress;

/** Nobody says now whether there is such a name: it may well exist. */
final class UnansweredException extends Exception {

    private static final long serialVersionUID = 1L;

    UnansweredException(String name) {
        super(name);
    }
}
