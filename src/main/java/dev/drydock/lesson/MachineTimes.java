package dev.drydock.lesson;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How long a course would like its learners' machines to be kept while nobody uses them, from {@code machine} in its {@code course.yaml}. The host has
 * the last word. Each is null where the course says nothing.
 *
 * @param pauseAfter a machine is paused when nobody has used it for this long
 * @param stopAfter and stopped after this long
 * @param expireAfter and its learner is warned when it has been stopped for this long
 * @param grace and it is removed this long after the warning
 */
public record MachineTimes(
        @Nullable Duration pauseAfter,
        @Nullable Duration stopAfter,
        @Nullable Duration expireAfter,
        @Nullable Duration grace) {

    static final MachineTimes UNSAID = new MachineTimes(null, null, null, null);

    private static final List<String> KEYS = List.of("pause-after", "stop-after", "expire-after", "grace");
    private static final Pattern TIME = Pattern.compile("([1-9][0-9]{0,3})([mhd])");
    private static final Duration LONGEST = Duration.ofDays(366);

    /** What can be used of it; what cannot is left out and told. */
    static MachineTimes read(YamlNode machine, List<Problem> problems) throws BadFileException {
        Map<String, YamlNode> entries = machine.map();
        entries.forEach((key, value) -> {
            if (!KEYS.contains(key)) {
                problems.add(value.problem(
                        Rule.UNKNOWN_KEY,
                        "'" + key + "' means nothing here. A machine knows " + String.join(", ", KEYS) + "."));
            }
        });
        MachineTimes times = new MachineTimes(
                time(entries.get("pause-after"), problems),
                time(entries.get("stop-after"), problems),
                time(entries.get("expire-after"), problems),
                time(entries.get("grace"), problems));
        YamlNode stop = entries.get("stop-after");
        if (stop != null && times.isStoppedBeforePaused()) {
            problems.add(
                    stop.problem(
                            Rule.MACHINE_TIME,
                            "This is shorter than pause-after: a machine is paused before it is stopped. Give the same or more."));
        }
        return times;
    }

    private boolean isStoppedBeforePaused() {
        return pauseAfter != null && stopAfter != null && stopAfter.compareTo(pauseAfter) < 0;
    }

    private static @Nullable Duration time(@Nullable YamlNode node, List<Problem> problems) throws BadFileException {
        if (node == null) {
            return null;
        }
        Matcher time = TIME.matcher(node.text());
        if (time.matches()) {
            Duration duration = durationOf(time.group(2), Long.parseLong(time.group(1)));
            if (duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        }
        problems.add(node.problem(
                Rule.MACHINE_TIME,
                "'" + node.text() + "' is not a time from 1m to 366d. Write minutes, hours or days, such as 45m, 4h or"
                        + " 60d."));
        return null;
    }

    private static Duration durationOf(String unit, long number) {
        return switch (unit) {
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
