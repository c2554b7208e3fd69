package dev.drydock.internet;

/** The egress proxy cannot do what is asked of it; the message says what to do. */
public class InternetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InternetException(String message) {
        super(message);
    }
}
