package dev.drydock.command;

/** A command cannot do what it was asked; the message says why, the remedy what to do. Ends it with exit code 2. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    public Refusal(String what, String remedy) {
        super(what);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
