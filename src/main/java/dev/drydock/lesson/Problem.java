package dev.drydock.lesson;

import java.util.Comparator;

/**
 * Something an author has to put right: where it is, and a message that says what to do.
 *
 * @param file relative to the lessons directory, {@code .} for the directory itself
 * @param line from 1
 * @param column from 1
 * @param rule what kind of problem it is
 */
public record Problem(String file, int line, int column, Rule rule, String message) implements Comparable<Problem> {

    private static final int MESSAGE_LIMIT = 1_000;
    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::file)
            .thenComparingInt(Problem::line)
            .thenComparingInt(Problem::column)
            .thenComparing(Problem::message);

    public Problem {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("Lines and columns count from 1, not " + line + ":" + column);
        }
        // It may quote what an author wrote, of any length, and its remedy is at its end.
        if (message.length() > MESSAGE_LIMIT) {
            int half = MESSAGE_LIMIT / 2;
            message = message.substring(0, half) + " … " + message.substring(message.length() - half);
        }
    }

    static Problem in(String file, Rule rule, String message) {
        return new Problem(file, 1, 1, rule, message);
    }

    public Severity severity() {
        return rule.severity();
    }

    /** Whether it is about this course or something in it. */
    public boolean isIn(String course) {
        return file.equals(course) || file.startsWith(course + "/");
    }

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    /** The form that editors and terminals make clickable. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + message;
    }
}
