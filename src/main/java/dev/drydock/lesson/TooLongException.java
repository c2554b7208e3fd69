package dev.drydock.lesson;

/** A short text has become a long page. */
final class TooLongException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The most characters of HTML that one text may become, and that its links may lead to. */
    static final int LIMIT = 2_000_000;
}
