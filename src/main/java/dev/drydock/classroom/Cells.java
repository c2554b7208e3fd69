package dev.drydock.classroom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The cells of one line of a table, where quotes keep a delimiter in a cell and two of them are one. */
final class Cells {

    private Cells() {}

    /** Nothing where a quote is not closed, or text follows one that is. */
    static Optional<List<String>> of(String line, char delimiter) {
        List<String> cells = new ArrayList<>();
        int at = 0;
        while (at <= line.length()) {
            int end = line.startsWith("\"", at) ? afterQuotes(line, at) : plainEnd(line, at, delimiter);
            if (end < 0 || (end < line.length() && line.charAt(end) != delimiter)) {
                return Optional.empty();
            }
            cells.add(content(line.substring(at, end)));
            at = end + 1;
        }
        return Optional.of(cells);
    }

    private static int plainEnd(String line, int from, char delimiter) {
        int next = line.indexOf(delimiter, from);
        return next < 0 ? line.length() : next;
    }

    /** Where a cell in quotes ends; -1 where it does not. */
    private static int afterQuotes(String line, int from) {
        int at = line.indexOf('"', from + 1);
        while (at >= 0 && line.startsWith("\"\"", at)) {
            at = line.indexOf('"', at + 2);
        }
        return at < 0 ? -1 : at + 1;
    }

    private static String content(String cell) {
        return cell.startsWith("\"") ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
    }
}
