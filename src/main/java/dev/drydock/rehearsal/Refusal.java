package dev.drydock.rehearsal;

/** The rehearsal cannot be held; ends it with exit code 2. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    Refusal(String what, String remedy) {
        super(what);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
