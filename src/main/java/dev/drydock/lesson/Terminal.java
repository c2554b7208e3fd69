package dev.drydock.lesson;

/**
 * A terminal that a lesson has beside the main one.
 *
 * @param title plain text, in the language of the text it belongs to
 */
public record Terminal(String id, String title) {

    /** The one that every lesson has. */
    public static final String MAIN = "main";
}
