package dev.drydock.lesson;

import java.util.List;

/** Refuses texts that would take a reader's time or memory out of proportion to their size. Nobody writes them by accident. */
final class TextLimits {

    private static final int FILLED_LIMIT = 1_000_000;

    /** For each {@code <}, the parser looks for its {@code >} up to the paragraph's end. A tenth of a second or so. */
    private static final long LOOKS_LIMIT = 100_000_000;

    /** However short a table's rows are, the parser makes each as wide as its head. Some ten megabytes. */
    private static final int CELLS_LIMIT = 100_000;

    private final Problems problems;

    TextLimits(Problems problems) {
        this.problems = problems;
    }

    /** A few letters may stand for a long value, many times. */
    void filled(String text) throws BadFileException {
        if (text.length() > FILLED_LIMIT) {
            throw new BadFileException(
                    Problem.in(
                            problems.file(),
                            Rule.VARIABLE_VALUE,
                            "With its variables filled in, this text is longer than a million characters. Shorten the values."));
        }
    }

    void paragraphs(String markdown) throws BadFileException {
        List<String> lines = markdown.lines().toList();
        long length = 0;
        long brackets = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean between = isBetween(line);
            length = between ? 0 : length + line.length();
            brackets = between
                    ? 0
                    : brackets + line.chars().filter(one -> one == '<').count();
            if (length * brackets > LOOKS_LIMIT) {
                throw new BadFileException(new Problem(
                        problems.file(),
                        i + 1,
                        1,
                        Rule.HTML,
                        "There are too many '<' up to here without an empty line. Put one between paragraphs."));
            }
        }
    }

    /** What could be cells of tables, all tables together. */
    void tables(String markdown) throws BadFileException {
        List<String> lines = markdown.lines().toList();
        int columns = 0;
        int cells = 0;
        for (int i = 0; i < lines.size(); i++) {
            columns = isBetween(lines.get(i)) ? 0 : Math.max(columns, columnsBelow(lines.get(i)));
            cells += columns;
            if (cells > CELLS_LIMIT) {
                throw new BadFileException(new Problem(
                        problems.file(),
                        i + 1,
                        1,
                        Rule.FILE_SIZE,
                        "The tables up to here have more than 100,000 cells. Make them smaller."));
            }
        }
    }

    /** How many columns a table has whose head ends with this line; 0 if none does. */
    private static int columnsBelow(String line) {
        long bars = line.chars().filter(one -> one == '|').count();
        boolean rule =
                line.chars().allMatch(one -> one == '>' || Character.isWhitespace(one) || "|-:".indexOf(one) >= 0);
        return rule && bars > 0 ? (int) bars + 1 : 0;
    }

    /** Whether a line ends what stands above it, in a quote, too. */
    private static boolean isBetween(String line) {
        return line.chars().allMatch(one -> one == '>' || one == ' ' || one == '\t');
    }
}
