package dev.drydock.authoring;

import dev.drydock.lesson.Problem;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of what lint found.
 *
 * @param file from where the author is
 * @param severity {@code error} or {@code warning}
 */
record Finding(String file, int line, int column, String severity, String message, String rule)
        implements Comparable<Finding> {

    private static final Pattern COMMAND = Pattern.compile("(?<=')(chmod \\+x |\\./drydock lesson stamp )([^']+)(?=')");

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::file)
            .thenComparingInt(Finding::line)
            .thenComparingInt(Finding::column)
            .thenComparing(Finding::message);

    static Finding of(Problem problem, Selection selection) {
        return new Finding(
                selection.shown(problem.file()),
                problem.line(),
                problem.column(),
                problem.severity().word(),
                withPathsFromHere(problem.message(), selection),
                problem.rule().id());
    }

    /** Remedies name files as lessons do; a command has to work where the author is. */
    private static String withPathsFromHere(String message, Selection selection) {
        return COMMAND.matcher(message)
                .replaceAll(command -> Matcher.quoteReplacement(command.group(1) + selection.shown(command.group(2))));
    }

    boolean isError() {
        return severity.equals("error");
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + severity + ": " + message + " [" + rule + "]";
    }
}
