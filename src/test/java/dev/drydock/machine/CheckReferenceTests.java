package dev.drydock.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The helpers of checks, their reference and their trials are about the same things. */
class CheckReferenceTests {

    private static final Pattern FUNCTION = Pattern.compile("(?m)^([a-z]\\w*)\\(\\) \\{$");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z]+(?:_[a-z]+)*)(?: [^`]*)?` \\|");
    private static final Pattern PROGRAM = Pattern.compile("(?m)^\\| `(machine-[a-z]+) ");

    /** These are verdicts and questions: they do not end in all three ways. */
    private static final Set<String> PLAIN = Set.of("pass", "not_yet", "broken", "holds", "engine", "read_answer");

    @Test
    void referenceListsEveryHelperAndNoOther() throws IOException {
        assertThat(found(ROW, Files.readString(Path.of("docs/checks.md")))).isEqualTo(helpers());
    }

    @Test
    void referenceListsProgramsThatTheImageHas() throws IOException {
        String copied = Files.readString(Path.of("Dockerfile"));
        assertThat(found(PROGRAM, Files.readString(Path.of("docs/checks.md"))))
                .hasSize(3)
                .allMatch(program -> copied.contains("/src/" + program + " "));
    }

    @Test
    void everyHelperIsTriedInEachWay() throws IOException {
        Set<String> helpers = helpers();
        assertThat(tried(trial -> true)).containsAll(helpers);
        helpers.removeAll(PLAIN);
        assertThat(tried(HelperTrial::holds)).containsAll(helpers);
        assertThat(tried(HelperTrial::isNotYet)).containsAll(helpers);
        assertThat(tried(HelperTrial::isBroken)).containsAll(helpers);
    }

    private static Set<String> helpers() throws IOException {
        Set<String> helpers = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("src/machine/check"), "*.sh")) {
            for (Path file : files) {
                helpers.addAll(found(FUNCTION, Files.readString(file)));
            }
        }
        return helpers;
    }

    private static Set<String> tried(Predicate<HelperTrial> how) {
        return HelperTrial.all().values().stream()
                .flatMap(Collection::stream)
                .filter(how)
                .flatMap(trial -> List.of(trial.call().split("[^a-z_]+")).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
