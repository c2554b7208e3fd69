package dev.drydock.terminal;

/** A browser sent what docs/terminal-protocol.md does not allow; the message says what. */
final class ProtocolViolation extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ProtocolViolation(String what) {
        super(what + " is not in the terminal protocol; reload the page");
    }
}
