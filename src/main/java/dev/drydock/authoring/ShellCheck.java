package dev.drydock.authoring;

import dev.drydock.command.Refusal;
import dev.drydock.lesson.Script;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks over shell scripts with the program shellcheck, where that is installed. */
final class ShellCheck {

    private static final Pattern SHELL = Pattern.compile("#! ?/(?:\\S*/)?(?:env +)?(?:ba|da|k)?sh\\b.*");
    /** SC1091: check.sh is on the PATH where checkers run, not here. */
    private static final List<String> OPTIONS = List.of("--format", "json1", "--exclude", "SC1091");

    private static final int SECONDS = 120;

    private final String program;
    private final ShellCheckCache cache;

    ShellCheck(String program, ShellCheckCache cache) {
        this.program = program;
        this.cache = cache;
    }

    /** What it says about the scripts; empty where it is not installed. */
    Optional<List<Finding>> over(List<Script.Ready> scripts, Selection selection) {
        List<Script.Ready> shell = scripts.stream().filter(ShellCheck::isShell).toList();
        try {
            Output version = run(List.of(program, "--version"));
            return version.exitCode() == 0 ? Optional.of(findings(shell, version.text(), selection)) : Optional.empty();
        } catch (IOException notInstalled) {
            return Optional.empty();
        }
    }

    private static boolean isShell(Script.Ready script) {
        return SHELL.matcher(script.text().lines().findFirst().orElse("")).matches();
    }

    private record Keyed(String key, Script.Ready script) {}

    private List<Finding> findings(List<Script.Ready> scripts, String version, Selection selection) throws IOException {
        List<Keyed> all = scripts.stream()
                .map(script -> new Keyed(cache.key(version, OPTIONS, script.text()), script))
                .toList();
        List<Keyed> unknown = List.copyOf(all.stream()
                .filter(one -> !cache.has(one.key()))
                .collect(Collectors.toMap(Keyed::key, one -> one, (one, same) -> one, LinkedHashMap::new))
                .values());
        if (!unknown.isEmpty()) {
            Map<Path, List<Comment>> fresh = look(unknown, selection);
            unknown.forEach(one -> cache.put(one.key(), fresh.getOrDefault(place(one.script(), selection), List.of())));
            cache.save();
        }
        return all.stream()
                .flatMap(one -> cache.get(one.key()).stream()
                        .map(comment -> comment.in(selection.shown(one.script().file()))))
                .toList();
    }

    private static Path place(Script.Ready script, Selection selection) {
        return selection.root().resolve(script.file());
    }

    private Map<Path, List<Comment>> look(List<Keyed> scripts, Selection selection) throws IOException {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(OPTIONS);
        scripts.forEach(one -> command.add(place(one.script(), selection).toString()));
        Output answer = run(command);
        if (answer.exitCode() > 1) {
            throw new Refusal(
                    "shellcheck failed with exit code " + answer.exitCode(), "run it by hand over the scripts");
        }
        return read(answer.text());
    }

    /**
     * One remark.
     *
     * @param level {@code error}, {@code warning}, {@code info} or {@code style}
     */
    record Comment(int line, int column, String level, String message, int code) {

        /** What is only a matter of taste keeps nobody from going on. */
        Finding in(String file) {
            String severity = level.equals("error") || level.equals("warning") ? "error" : "warning";
            return new Finding(file, line, column, severity, message, "SC" + code);
        }
    }

    static Map<Path, List<Comment>> read(String json) {
        Map<Path, List<Comment>> comments = new LinkedHashMap<>();
        try {
            for (JsonNode comment : JsonMapper.shared().readTree(json).path("comments")) {
                comments.computeIfAbsent(Path.of(comment.path("file").asString()), file -> new ArrayList<>())
                        .add(new Comment(
                                comment.path("line").asInt(),
                                comment.path("column").asInt(),
                                comment.path("level").asString(),
                                comment.path("message").asString(),
                                comment.path("code").asInt()));
            }
        } catch (JacksonException e) {
            throw new Refusal("shellcheck's answer is not understood", "use shellcheck 0.7 or newer");
        }
        return comments;
    }

    private record Output(int exitCode, String text) {}

    /** The output goes through a file, so that no size of it can hold the program up. */
    private static Output run(List<String> command) throws IOException {
        Path output = Files.createTempFile("drydock-shellcheck", ".out");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(output.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new Output(finish(process), Files.readString(output, StandardCharsets.UTF_8));
        } finally {
            Files.delete(output);
        }
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
