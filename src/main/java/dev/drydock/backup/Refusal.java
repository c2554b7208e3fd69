package dev.drydock.backup;

/** A command cannot do what it was asked; the message says why, the remedy what to do. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    Refusal(String what, String remedy) {
        super(what);
        this.remedy = remedy;
    }

    static Refusal damaged(String why) {
        return new Refusal(
                "this is not a whole backup of Drydock: " + why, "take another copy of it, or another backup");
    }

    String remedy() {
        return remedy;
    }
}
