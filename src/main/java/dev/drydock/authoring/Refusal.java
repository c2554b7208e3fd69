package dev.drydock.authoring;

/** A command cannot do what it was asked; ends it with exit code 2. */
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
