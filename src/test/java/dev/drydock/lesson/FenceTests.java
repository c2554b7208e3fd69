package dev.drydock.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be done with a fence. */
class FenceTests {

    private static final String ACTIONS = """
            ---
            terminals: {web: The web server}
            ---
            # T

            ```sh
            one
            ```

            - In a list:

              ```bash terminal=web stays
              two
              ```

            > [!TASK say-hi] Hi
            >
            > ```sh fails
            > three
            > ```
            >
            > <details><summary>S</summary>
            >
            > ```shell
            > four
            > ```
            >
            > </details>
            >
            > ```yaml save=~/a/b.yaml
            > five: 5
            > ```

            ```sh copy
            not this
            ```
            """;

    @TempDir
    Path directory;

    @Test
    void actionsReturnEveryCommandOfALessonInReadingOrder() {
        Lesson lesson = new Course101(directory).lesson(ACTIONS).read();

        assertThat(lesson.in(Locale.ENGLISH).actions())
                .containsExactly(
                        new Action.Run(6, "sh", "one\n", "main", false, false),
                        new Action.Run(12, "bash", "two\n", "web", false, true),
                        new Action.Run(18, "sh", "three\n", "main", true, false),
                        new Action.Save(30, "yaml", "five: 5\n", "~/a/b.yaml"),
                        new Action.Run(24, "shell", "four\n", "main", false, false));
        TaskText task = lesson.in(Locale.ENGLISH).tasks().getFirst();
        assertThat(task.actions()).extracting(Action::line).containsExactly(18, 30);
        assertThat(task.hints().getFirst().actions()).extracting(Action::line).containsExactly(24);
        assertThat(lesson.hasTerminal("web")).isTrue();
        assertThat(lesson.hasTerminal("main")).isTrue();
        assertThat(lesson.hasTerminal("db")).isFalse();
    }

    @Test
    void fenceWhenItNamesATerminalReturnsItUnlessItIsTheMainOne() {
        assertThat(html("---\nterminals: {web: W}\n---\n# T\n\n```sh terminal=web\nls\n```"))
                .startsWith("<code-fence language=\"sh\" run=\"\" terminal=\"web\"><pre>");
        assertThat(html("# T\n\n```sh terminal=main\nls\n```"))
                .startsWith("<code-fence language=\"sh\" run=\"\"><pre>");
        assertThat(html("# T\n\n```sh terminal=gone\nls\n```"))
                .startsWith("<code-fence language=\"sh\" run=\"\"><pre>");
    }

    @Test
    void fenceWhenItIsSavedReturnsWhatToAskForAndIsFoundByThat() {
        Lesson lesson = new Course101(directory)
                .lesson("# T\n\n```dockerfile save=~/app/Dockerfile\nFROM a\n```\n")
                .read();
        Action.Save save = (Action.Save) lesson.in(Locale.ENGLISH).actions().getFirst();

        assertThat(save.id()).matches("[0-9a-f]{12}");
        assertThat(first(lesson))
                .startsWith("<code-fence language=\"dockerfile\" save=\"" + save.id()
                        + "\" path=\"~/app/Dockerfile\"><pre><code class=\"language-dockerfile\">FROM a");
        assertThat(lesson.save(save.id())).contains(save);
        assertThat(lesson.save("0123456789ab")).isEmpty();
        assertThat(new Action.Save(3, "", "FROM b\n", "~/app/Dockerfile").id())
                .as("an edited text")
                .isNotEqualTo(save.id());
        assertThat(new Action.Save(9, "", "FROM a\n", "~/app/Dockerfile").id())
                .as("another place")
                .isEqualTo(save.id());
    }

    @Test
    void saveWhenATranslationSavesOtherWordsReturnsThoseOfThatLanguage() {
        Lesson lesson = new Course101(directory)
                .write("docker/one/lesson.md", Course101.LESSON + "\n```yaml save=/etc/a.yaml\n# one\n```\n")
                .korean(Course101.LESSON + "\n```yaml save=/etc/a.yaml\n# 하나\n```\n")
                .read();

        assertThat(List.of(Locale.ENGLISH, Locale.KOREAN)).allSatisfy(language -> {
            Action.Save save = (Action.Save) lesson.in(language).actions().getFirst();
            assertThat(lesson.save(save.id())).contains(save);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "~/a, true", "/a, true", "~/a/b.c_d+e@f-g, true", "~/이름.txt, true", "/a/..b, true", "a, false", "./a, false",
        "~, false", "~/, false", "/a/, false", "/a//b, false", "/a/../b, false", "/.., false", "/a/., false",
        "~root/a, false", "/a'b, false", "/a$b, false", "/a*, false", "https://a, false"
    })
    void isPathReturnsWhetherItIsWholeAndPlain(String path, boolean expected) {
        assertThat(Fence.isPath(path)).isEqualTo(expected);
    }

    @Test
    void isPathWhenItIsTooLongReturnsFalse() {
        assertThat(Fence.isPath("/" + "a".repeat(199))).isTrue();
        assertThat(Fence.isPath("/" + "a".repeat(200))).isFalse();
    }

    @Test
    void diagramWhenItIsDescribedReturnsItsWordsForThoseWhoCannotSeeIt() {
        assertThat(html("""
                # T

                ```mermaid
                flowchart LR
                  accTitle: From <A> to B
                  accDescr {
                    An arrow
                    from A to B.
                  }
                  A["a & b"] --> B
                ```
                """))
                .startsWith("<mermaid-diagram label=\"From &lt;A&gt; to B\" description=\"An arrow from A to B.\">"
                        + "<pre><code class=\"language-mermaid\">flowchart LR\n")
                .endsWith("A[&#34;a &amp; b&#34;] --&gt; B\n</code></pre></mermaid-diagram>");
        assertThat(html("# T\n\n```mermaid\n  graph LR\n  accDescr: One line.\n```"))
                .contains("description=\"One line.\"");
    }

    @Test
    void diagramWhenItBringsSettingsReturnsCode() {
        assertThat(html("# T\n\n```mermaid\n%%{init: {}}%%\ngraph LR\n```")).startsWith("<code-fence");
        assertThat(html("# T\n\n```mermaid\n---\nconfig: {}\n---\ngraph LR\n```"))
                .startsWith("<code-fence");
    }

    private String html(String markdown) {
        return first(new Course101(directory).lesson(markdown).read());
    }

    private static String first(Lesson lesson) {
        return ((Block.Html) lesson.in(Locale.ENGLISH).blocks().getFirst()).html();
    }
}
