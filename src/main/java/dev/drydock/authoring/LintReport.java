package dev.drydock.authoring;

import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What lint has to say. Its components are what {@code --json} prints.
 *
 * @param lessons how many were read
 * @param shellcheck whether it has looked over the scripts
 */
record LintReport(int lessons, boolean shellcheck, List<Finding> problems) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    LintReport {
        problems = List.copyOf(problems);
    }

    String json() {
        return JSON.writeValueAsString(this);
    }

    String sarif() {
        return JSON.writeValueAsString(SarifReport.of(problems));
    }

    /** A line for each problem, in the form that editors make clickable, and one that adds up. */
    String text() {
        StringBuilder text = new StringBuilder();
        problems.forEach(problem -> text.append(problem).append('\n'));
        if (!shellcheck) {
            text.append("shellcheck is not installed, so nobody has looked over the scripts' shell code.\n");
        }
        return text + Words.count(lessons, "lesson") + ", " + sum();
    }

    private String sum() {
        long errors = problems.stream().filter(Finding::isError).count();
        long warnings = problems.size() - errors;
        if (problems.isEmpty()) {
            return "no problems";
        }
        String found = errors == 0 ? "" : Words.count(errors, "error");
        return warnings == 0 ? found : found + (found.isEmpty() ? "" : ", ") + Words.count(warnings, "warning");
    }
}
