package dev.drydock.certificate;

/** Why files cannot serve for TLS. The message names the file, what is wrong with it and the remedy, in one line each. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    Refusal(String what, String remedy) {
        super("drydock: " + what + "\n  What to do: " + remedy);
    }
}
