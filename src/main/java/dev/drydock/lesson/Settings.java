package dev.drydock.lesson;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a course says for all its lessons and a lesson may say for itself.
 *
 * @param solutions null where nothing is said
 * @param variables by name
 */
record Settings(@Nullable Solutions solutions, Map<String, String> variables) {

    static final Settings NONE = new Settings(null, Map.of());

    private static final int VARIABLES_LIMIT = 50;
    private static final int NAME_LIMIT = 40;
    private static final Pattern VALUE = Pattern.compile("[^\\p{Cntrl}]{1,200}");
    private static final Pattern TRIES = Pattern.compile("[0-9]{1,3}");

    /** They mean something to shells or to Docker, and would do so in checks as well. */
    private static final Pattern TAKEN = Pattern.compile(
            "LEARNER|PATH|HOME|PWD|OLDPWD|IFS|ENV|SHELL|USER|TERM|LANG|TMPDIR|(?:DRYDOCK|DOCKER|LD|LC|BASH|PS)_?[A-Z0-9_]*");

    Settings {
        variables = Map.copyOf(variables);
    }

    /** This, where the lesson does not say otherwise. */
    Settings overlaidBy(Settings lesson) {
        Map<String, String> both = new LinkedHashMap<>(variables);
        both.putAll(lesson.variables);
        return new Settings(lesson.solutions == null ? solutions : lesson.solutions, both);
    }

    Solutions solutionsOrDefault() {
        return solutions == null ? Solutions.DEFAULT : solutions;
    }

    /** Every variable that means something in a text. */
    Set<String> names() {
        return variables.keySet();
    }

    static Solutions solutions(YamlNode value) throws BadFileException {
        String text = value.text();
        if (text.equals("never")) {
            return new Solutions.Never();
        }
        if (!TRIES.matcher(text).matches()) {
            throw value.bad(
                    Rule.SOLUTIONS,
                    "'" + text + "' does not say when solutions may be seen. Write after how many tries, 0 to 999, or"
                            + " never.");
        }
        return new Solutions.After(Integer.parseInt(text));
    }

    /** Those that can be used. */
    static Map<String, String> variables(YamlNode value, List<Problem> problems) throws BadFileException {
        Map<String, String> variables = new LinkedHashMap<>();
        for (Map.Entry<String, YamlNode> entry : value.map().entrySet()) {
            String name = entry.getKey();
            String text = entry.getValue().text();
            if (!VariableNames.NAME.matcher(name).matches()
                    || name.length() > NAME_LIMIT
                    || TAKEN.matcher(name).matches()) {
                problems.add(entry.getValue()
                        .problem(
                                Rule.VARIABLE_NAME,
                                "'" + name
                                        + "' cannot name a variable, or means something already. Use capitals, digits and"
                                        + " _, such as APP_PORT."));
            } else if (!VALUE.matcher(text).matches()) {
                problems.add(entry.getValue()
                        .problem(
                                Rule.VARIABLE_VALUE,
                                "The value of '" + name + "' is not one line of at most 200 characters. Shorten it."));
            } else if (variables.size() < VARIABLES_LIMIT) {
                variables.put(name, text);
            } else {
                throw value.bad(
                        Rule.VARIABLE_NAME, "There are more than " + VARIABLES_LIMIT + " variables here. Remove some.");
            }
        }
        return variables;
    }
}
