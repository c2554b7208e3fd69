package dev.drydock.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code lessons} of a {@code course.yaml} as text. */
final class LessonList {

    private static final Pattern ITEM = Pattern.compile("(\\s*)- .*");
    private static final Pattern ONE_LINE = Pattern.compile("(lessons:\\s*\\[)(.*)(\\].*)");

    private LessonList() {}

    /** With one more lesson at the end; as it was, where the list is written in a way that is not understood. */
    static String with(String yaml, String lesson) {
        List<String> lines = new ArrayList<>(yaml.lines().toList());
        for (int i = 0; i < lines.size(); i++) {
            Matcher oneLine = ONE_LINE.matcher(lines.get(i));
            if (oneLine.matches()) {
                String others =
                        oneLine.group(2).isBlank() ? "" : oneLine.group(2).stripTrailing() + ", ";
                lines.set(i, oneLine.group(1) + others + lesson + oneLine.group(3));
                return String.join("\n", lines) + "\n";
            }
            if (lines.get(i).matches("lessons:\\s*(#.*)?")) {
                return appended(lines, i, lesson);
            }
        }
        return yaml;
    }

    private static String appended(List<String> lines, int key, String lesson) {
        int last = key;
        String indent = "  ";
        for (int i = key + 1; i < lines.size() && !lines.get(i).matches("[^\\s#-].*"); i++) {
            Matcher item = ITEM.matcher(lines.get(i));
            if (item.matches()) {
                last = i;
                indent = item.group(1);
            }
        }
        lines.add(last + 1, indent + "- " + lesson);
        return String.join("\n", lines) + "\n";
    }
}
