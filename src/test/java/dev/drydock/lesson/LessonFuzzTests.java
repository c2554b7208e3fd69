package dev.drydock.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Texts that a fuzzer thought of. A build tries those that are kept (in the resources, a directory for each method); with
 * {@code JAZZER_FUZZ=1} and the name of one method, new ones are looked for.
 */
class LessonFuzzTests {

    private static final int TEXT_LIMIT = 8 * 1024;

    @FuzzTest(maxDuration = "3m")
    void textReturnsNothingThatActs(byte[] input) {
        look(text(input));
    }

    @FuzzTest(maxDuration = "3m")
    void exercisesReturnNothingThatActs(byte[] input) {
        String text = text(input);
        String quoted = text.replace("\n", "\n> ");
        look("# T\n\n> [!TASK a] " + quoted);
        look("# T\n\n> [!QUIZ a] A\n>\n> - [x] " + quoted.replace("\n> ", "\n>   ") + "\n> - [ ] b\n>\n> " + quoted);
    }

    @FuzzTest(maxDuration = "3m")
    void fencesReturnNothingThatActs(byte[] input) {
        String[] parts = text(input).split("\n", 2);
        look("# T\n\n```" + parts[0] + "\n" + parts[parts.length - 1] + "\n```\n");
        look("# T\n\n```mermaid\n" + text(input) + "\n```\n");
    }

    @FuzzTest(maxDuration = "3m")
    void yamlReturnsAMapOrSaysWhy(byte[] input) {
        try {
            YamlNode.parse("course.yaml", text(input))
                    .orElseThrow(() -> bad("empty"))
                    .map();
        } catch (BadFileException refused) {
            assertThat(refused.problem().message()).isNotBlank();
        }
    }

    private static BadFileException bad(String message) {
        return new BadFileException(Problem.in("course.yaml", Rule.COURSE_TITLE, message));
    }

    private static String text(byte[] input) {
        return new String(input, 0, Math.min(input.length, TEXT_LIMIT), StandardCharsets.UTF_8);
    }

    /** Reads a text as a lesson; nothing but a {@link BadFileException} may come of it, or HTML that is harmless. */
    private static void look(String text) {
        Problems problems = new Problems("lesson.md");
        try {
            FrontMatter front = FrontMatter.read(text, false, problems);
            Surroundings around = new Surroundings(
                    "docker",
                    "one",
                    Set.of("a.png"),
                    Set.of("one", "two"),
                    Set.of(Terminal.MAIN, "web"),
                    Map.of("EVIL", "\"><script>"));
            LessonText read = new LessonParser(around)
                    .parseAtLeisure(
                            front,
                            front.terminals().entrySet().stream()
                                    .map(entry -> new Terminal(
                                            entry.getKey(), entry.getValue().text()))
                                    .toList(),
                            Locale.ENGLISH,
                            problems)
                    .text();
            Harmless.look(read);
        } catch (BadFileException refused) {
            assertThat(refused.problem().message()).isNotBlank();
        }
    }
}
