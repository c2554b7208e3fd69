package dev.drydock.classroom;

import dev.drydock.account.LearnerName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Names for a class: one a line, or the column "name" of a table with commas, semicolons or tabs (else its first column).
 *
 * @param entries what can be taken
 * @param problems what cannot, and why; in the order of the lines
 */
record NameList(List<Entry> entries, List<Problem> problems) {

    /** More are a mistake, or several classes. */
    static final int MOST = 500;

    private static final Set<String> HEADINGS = Set.of("name", "names", "이름", "성명");

    NameList {
        entries = List.copyOf(entries);
        problems = List.copyOf(problems);
    }

    /** A name, and the line that it stands in, from 1. */
    record Entry(int line, String name) {}

    /**
     * A line that is left out.
     *
     * @param reason the end of a message's key
     * @param text what stands there; cut where it is long
     */
    record Problem(int line, String reason, String text) {

        private static final int SHOWN = 60;

        Problem {
            text = text.codePointCount(0, text.length()) > SHOWN
                    ? text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…"
                    : text;
        }
    }

    static NameList parse(String text) {
        Reading reading = new Reading();
        List<String> lines = text.lines().toList();
        for (int at = 0; at < lines.size(); at++) {
            reading.line(at + 1, lines.get(at));
        }
        return new NameList(reading.entries, reading.problems);
    }

    /** Without the names that are there already. */
    NameList without(Set<String> present) {
        List<Entry> others = new ArrayList<>();
        List<Problem> all = new ArrayList<>(problems);
        for (Entry entry : entries) {
            if (present.contains(entry.name())) {
                all.add(new Problem(entry.line(), "present", entry.name()));
            } else {
                others.add(entry);
            }
        }
        all.sort((one, other) -> Integer.compare(one.line(), other.line()));
        return new NameList(others, all);
    }

    private static final class Reading {

        private final List<Entry> entries = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private final Map<String, Integer> seen = new HashMap<>();
        private char delimiter;
        private int column = -1;

        private void line(int number, String line) {
            if (line.isBlank()) {
                return;
            }
            boolean first = column < 0;
            if (first) {
                delimiter = delimiterOf(line);
            }
            Optional<List<String>> cells = Cells.of(line, delimiter);
            if (first) {
                column = Math.max(0, cells.map(Reading::heading).orElse(-1));
                if (cells.map(Reading::heading).orElse(-1) >= 0) {
                    return;
                }
            }
            if (cells.isEmpty()) {
                problems.add(new Problem(number, "quote", line));
                return;
            }
            name(number, column < cells.get().size() ? cells.get().get(column) : "", line);
        }

        private void name(int number, String cell, String line) {
            LearnerName name = LearnerName.of(cell);
            Optional<LearnerName.Fault> fault = name.fault();
            if (fault.isPresent()) {
                problems.add(new Problem(number, fault.get().word(), line));
            } else if (seen.putIfAbsent(name.text(), number) != null) {
                problems.add(new Problem(number, "twice", name.text()));
            } else if (entries.size() == MOST) {
                problems.add(new Problem(number, "too-many", name.text()));
            } else {
                entries.add(new Entry(number, name.text()));
            }
        }

        private static int heading(List<String> cells) {
            return cells.stream()
                    .map(cell -> cell.strip().toLowerCase(Locale.ROOT))
                    .map(HEADINGS::contains)
                    .toList()
                    .indexOf(true);
        }

        private static char delimiterOf(String line) {
            if (line.indexOf('\t') >= 0) {
                return '\t';
            }
            return line.indexOf(';') >= 0 && line.indexOf(',') < 0 ? ';' : ',';
        }
    }
}
