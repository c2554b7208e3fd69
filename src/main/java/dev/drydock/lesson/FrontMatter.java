package dev.drydock.lesson;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands between {@code ---} lines at the head of a lesson.
 *
 * @param minutes 0 where there are none
 * @param variables where each of those in the settings stands
 * @param terminals titles by id
 * @param translates the digest of what was translated; null where there is none
 * @param markdown the file with the front matter's lines made empty, so that line numbers stay right
 */
record FrontMatter(
        String summary,
        int minutes,
        Settings settings,
        Map<String, YamlNode> variables,
        Map<String, Value> terminals,
        @Nullable Value translates,
        String markdown) {

    static final Pattern TERMINAL = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

    private static final Pattern MINUTES = Pattern.compile("[1-9][0-9]{0,2}");
    private static final int TERMINALS_LIMIT = 5;
    private static final int NAME_LIMIT = 32;

    /** A text that knows its place. */
    record Value(String text, YamlNode node) {

        static Value of(YamlNode node) throws BadFileException {
            return new Value(node.text(), node);
        }
    }

    static FrontMatter read(String text, boolean translation, Problems problems) throws BadFileException {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().stripTrailing().equals("---")) {
            return new FrontMatter("", 0, Settings.NONE, Map.of(), Map.of(), null, text);
        }
        int end = 1;
        while (end < lines.size() && !lines.get(end).stripTrailing().equals("---")) {
            end++;
        }
        if (end == lines.size()) {
            throw new BadFileException(Problem.in(
                    problems.file(), Rule.FRONT_MATTER, "The front matter is not closed. Put a line '---' after it."));
        }
        String yaml = "\n" + String.join("\n", lines.subList(1, end));
        String markdown = "\n".repeat(end + 1) + String.join("\n", lines.subList(end + 1, lines.size()));
        var parsed = YamlNode.parse(problems.file(), yaml);
        Map<String, YamlNode> entries =
                new LinkedHashMap<>(parsed.isPresent() ? parsed.get().map() : Map.of());
        refuseMisplaced(entries, translation, problems);
        return of(entries, markdown, problems);
    }

    private static FrontMatter of(Map<String, YamlNode> entries, String markdown, Problems problems)
            throws BadFileException {
        YamlNode summary = entries.get("summary");
        YamlNode minutes = entries.get("minutes");
        YamlNode solutions = entries.get("solutions");
        YamlNode variables = entries.get("variables");
        YamlNode terminals = entries.get("terminals");
        YamlNode translates = entries.get("translates");
        return new FrontMatter(
                summary == null ? "" : summary.text(),
                minutes == null ? 0 : minutes(minutes),
                new Settings(
                        solutions == null ? null : Settings.solutions(solutions),
                        variables == null ? Map.of() : Settings.variables(variables, problems.found())),
                variables == null ? Map.of() : variables.map(),
                terminals == null ? Map.of() : terminals(terminals),
                translates == null ? null : Value.of(translates),
                markdown);
    }

    /** Takes away what does not belong here, and says so. */
    private static void refuseMisplaced(Map<String, YamlNode> entries, boolean translation, Problems problems) {
        entries.entrySet().removeIf(entry -> {
            String key = entry.getKey();
            Rule rule = Rule.TRANSLATION_KEY;
            String message =
                    switch (key) {
                        case "summary", "terminals" -> "";
                        case "minutes", "solutions", "variables" ->
                            translation
                                    ? "'" + key + "' is the same in every language. Write it only in lesson.md."
                                    : "";
                        case "translates" ->
                            translation ? "" : "'translates' is for translations. Remove it from lesson.md.";
                        default -> {
                            rule = Rule.UNKNOWN_KEY;
                            yield "'" + key + "' means nothing here. The front matter knows summary, minutes,"
                                    + " solutions, variables, terminals and translates.";
                        }
                    };
            if (!message.isEmpty()) {
                problems.found().add(entry.getValue().problem(rule, message));
            }
            return !message.isEmpty();
        });
    }

    private static int minutes(YamlNode value) throws BadFileException {
        String text = value.text();
        if (!MINUTES.matcher(text).matches()) {
            throw value.bad(
                    Rule.MINUTES, "'" + text + "' is not a number of minutes. Write a whole number from 1 to 999.");
        }
        return Integer.parseInt(text);
    }

    private static Map<String, Value> terminals(YamlNode value) throws BadFileException {
        Map<String, Value> terminals = new LinkedHashMap<>();
        for (Map.Entry<String, YamlNode> entry : value.map().entrySet()) {
            String id = entry.getKey();
            terminals.put(id, Value.of(entry.getValue()));
            if (!TERMINAL.matcher(id).matches() || id.length() > NAME_LIMIT || id.equals(Terminal.MAIN)) {
                throw entry.getValue()
                        .bad(
                                Rule.TERMINALS,
                                "'" + id + "' cannot name a further terminal. Use lower-case letters, digits and single"
                                        + " hyphens, and not main, which is always there.");
            }
        }
        if (terminals.size() > TERMINALS_LIMIT) {
            throw value.bad(
                    Rule.TERMINALS, "There are more than " + TERMINALS_LIMIT + " further terminals. Remove some.");
        }
        return terminals;
    }
}
