package dev.drydock.lesson;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What stands between {@code ---} lines at the head of a lesson.
 *
 * @param minutes 0 where there are none
 * @param markdown the file with the front matter's lines made empty, so that line numbers stay right
 */
record FrontMatter(String summary, int minutes, String markdown) {

    private static final Pattern MINUTES = Pattern.compile("[1-9][0-9]{0,2}");

    static FrontMatter read(String text, boolean translation, Problems problems) throws BadFileException {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().stripTrailing().equals("---")) {
            return new FrontMatter("", 0, text);
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
        Map<String, YamlNode> entries = parsed.isPresent() ? parsed.get().map() : Map.of();
        return of(entries, translation, markdown, problems);
    }

    private static FrontMatter of(
            Map<String, YamlNode> entries, boolean translation, String markdown, Problems problems)
            throws BadFileException {
        String summary = "";
        int minutes = 0;
        for (Map.Entry<String, YamlNode> entry : entries.entrySet()) {
            YamlNode value = entry.getValue();
            switch (entry.getKey()) {
                case "summary" -> summary = value.text();
                case "minutes" -> minutes = translation ? onlyInFirst(value, problems) : minutes(value);
                default ->
                    problems.found()
                            .add(value.problem(
                                    Rule.UNKNOWN_KEY,
                                    "'" + entry.getKey()
                                            + "' means nothing here. The front matter knows summary and minutes."));
            }
        }
        return new FrontMatter(summary, minutes, markdown);
    }

    private static int minutes(YamlNode value) throws BadFileException {
        String text = value.text();
        if (!MINUTES.matcher(text).matches()) {
            throw value.bad(
                    Rule.MINUTES, "'" + text + "' is not a number of minutes. Write a whole number from 1 to 999.");
        }
        return Integer.parseInt(text);
    }

    private static int onlyInFirst(YamlNode value, Problems problems) {
        problems.found()
                .add(value.problem(
                        Rule.MINUTES, "Minutes are the same in every language. Write them only in lesson.md."));
        return 0;
    }
}
