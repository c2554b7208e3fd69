package dev.drydock.authoring;

import dev.drydock.lesson.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks over shell scripts with the program shellcheck, where that is installed. */
final class ShellCheck {

    private static final Pattern SHELL = Pattern.compile("#! ?/(?:\\S*/)?(?:env +)?(?:ba|da|k)?sh\\b.*");
    private static final int SECONDS = 120;

    private final String program;

    ShellCheck(String program) {
        this.program = program;
    }

    /** What it says about the scripts; empty where it is not installed. */
    Optional<List<Finding>> over(List<Script.Ready> scripts, Selection selection) {
        List<Path> files = scripts.stream()
                .filter(script -> SHELL.matcher(
                                script.text().lines().findFirst().orElse(""))
                        .matches())
                .map(script -> selection.root().resolve(script.file()))
                .toList();
        try {
            Process version = started(List.of(program, "--version"));
            if (finish(version) != 0) {
                return Optional.empty();
            }
            return Optional.of(files.isEmpty() ? List.of() : findings(files, selection));
        } catch (IOException notInstalled) {
            return Optional.empty();
        }
    }

    private List<Finding> findings(List<Path> files, Selection selection) throws IOException {
        // SC1091: check.sh is on the PATH where checkers run, not here.
        List<String> command = new ArrayList<>(List.of(program, "--format", "json1", "--exclude", "SC1091"));
        files.forEach(file -> command.add(file.toString()));
        Path answer = Files.createTempFile("drydock-shellcheck", ".json");
        try {
            Process process =
                    new ProcessBuilder(command).redirectOutput(answer.toFile()).start();
            int exitCode = finish(process);
            if (exitCode > 1) {
                throw new Refusal("shellcheck failed with exit code " + exitCode, "run it by hand over the scripts");
            }
            return read(Files.readString(answer), selection);
        } finally {
            Files.delete(answer);
        }
    }

    static List<Finding> read(String json, Selection selection) {
        List<Finding> findings = new ArrayList<>();
        try {
            for (JsonNode comment : JsonMapper.shared().readTree(json).path("comments")) {
                Path file = Path.of(comment.path("file").asString());
                findings.add(new Finding(
                        selection.shown(selection.root().relativize(file).toString()),
                        comment.path("line").asInt(),
                        comment.path("column").asInt(),
                        comment.path("level").asString(),
                        comment.path("message").asString(),
                        "SC" + comment.path("code").asInt()));
            }
        } catch (JacksonException e) {
            throw new Refusal("shellcheck's answer is not understood", "use shellcheck 0.7 or newer");
        }
        return findings;
    }

    private static Process started(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static int finish(Process process) {
        try {
            if (process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            throw new Refusal("shellcheck did not end within " + SECONDS + " s", "run it by hand over the scripts");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted while shellcheck ran", "try again");
        } finally {
            process.destroyForcibly();
        }
    }
}
