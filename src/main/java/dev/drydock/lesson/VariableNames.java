package dev.drydock.lesson;

import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Variables that mean something in a text, written {@code $NAME} or <code>${NAME}</code>. All others are left alone: they are
 * the shell's.
 */
record VariableNames(Set<String> known) {

    static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]*");

    private static final Pattern USE =
            Pattern.compile("\\$(?:([A-Z][A-Z0-9_]*)(?![A-Za-z0-9_])|\\{([A-Z][A-Z0-9_]*)\\})");

    VariableNames {
        known = Set.copyOf(known);
    }

    String fill(String text, UnaryOperator<String> value) {
        if (known.isEmpty() || text.indexOf('$') < 0) {
            return text;
        }
        return USE.matcher(text).replaceAll(use -> {
            String name = use.group(1) == null ? use.group(2) : use.group(1);
            return Matcher.quoteReplacement(known.contains(name) ? value.apply(name) : use.group());
        });
    }
}
