package dev.drydock.lesson;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a Mermaid diagram and what it says about itself to those who cannot see it.
 *
 * @param label a few words; empty where there are none
 * @param description what is to be seen; empty where it does not say
 */
record Diagram(String text, String label, String description) {

    private static final Pattern LABEL = Pattern.compile("(?m)^\\h*accTitle\\h*:\\h*(\\S.*)$");
    private static final Pattern LINE = Pattern.compile("(?m)^\\h*accDescr\\h*:\\h*(\\S.*)$");
    private static final Pattern LINES = Pattern.compile("(?m)^\\h*accDescr\\h*\\{([^}]{0,2000})\\}");

    static Diagram of(String text) {
        Matcher lines = LINES.matcher(text);
        String description = lines.find() ? lines.group(1) : first(LINE, text);
        return new Diagram(text, first(LABEL, text).strip(), description.strip().replaceAll("\\s+", " "));
    }

    boolean isDescribed() {
        return !label.isEmpty() && !description.isEmpty();
    }

    /** Whether it tells the drawing program how to behave, which is the page's business. */
    boolean directs() {
        return text.contains("%%{") || text.stripLeading().startsWith("---");
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }
}
