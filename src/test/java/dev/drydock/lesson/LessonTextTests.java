package dev.drydock.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of an author's Markdown. */
class LessonTextTests {

    @TempDir
    Path directory;

    @Test
    void textWhenALessonIsReadReturnsTitleSummaryAndBlocksInOrder() {
        LessonText text = read("""
                ---
                summary: In short.
                minutes: 15
                ---
                # The `first` *title*

                Before.

                > [!TASK say-hi] Say hi
                > Type it.

                After.
                """);

        assertThat(text.title()).isEqualTo("The first title");
        assertThat(text.summary()).isEqualTo("In short.");
        assertThat(text.blocks())
                .containsExactly(
                        new Block.Html(7, "<p>Before.</p>", List.of()),
                        new Block.Task(9, new TaskText("say-hi", "Say hi", "<p>Type it.</p>", List.of(), List.of())),
                        new Block.Html(12, "<p>After.</p>", List.of()));
        assertThat(new Course101(directory)
                        .lesson("---\nminutes: 15\n---\n" + Course101.LESSON)
                        .read()
                        .minutes())
                .isEqualTo(15);
    }

    @Test
    void taskWhenItHasPointsAndHintsReturnsThem() {
        Lesson lesson = new Course101(directory).lesson("""
                # Title

                > [!task say-hi points=5] Say **`hi`** now
                >
                > Body.
                >
                > <details><summary>Need <em>help</em>?</summary>
                >
                > Some **help**.
                >
                > </details>
                >
                > More body.
                >
                > <details>
                > <summary>Second</summary>
                > Raw.</details>
                """).read();

        assertThat(lesson.tasks()).extracting(Task::id, Task::points).containsExactly(tuple("say-hi", 5));
        assertThat(lesson.in(Locale.ENGLISH).tasks())
                .containsExactly(new TaskText(
                        "say-hi",
                        "Say <strong><code>hi</code></strong> now",
                        "<p>Body.</p>\n<p>More body.</p>",
                        List.of(),
                        List.of(
                                new TaskText.Hint(
                                        "Need <em>help</em>?", "<p>Some <strong>help</strong>.</p>", List.of()),
                                new TaskText.Hint("Second", "Raw.", List.of()))));
    }

    @Test
    void titleWhenItIsAllBoldReturnsItPlain() {
        assertThat(read(Course101.LESSON).tasks().getFirst().titleHtml()).isEqualTo("Say hi");
    }

    @Test
    void fenceWhenItIsShellReturnsRunAndOthersReturnCopyOnly() {
        assertThat(html("```sh\ndocker ps | grep '<a>'\n```"))
                .isEqualTo("<code-fence language=\"sh\" run=\"\"><pre><code class=\"language-sh\">"
                        + "docker ps | grep &#39;&lt;a&gt;&#39;\n</code></pre></code-fence>");
        assertThat(html("```bash\nls\n```")).contains("run");
        assertThat(html("```sh copy\nls\n```")).startsWith("<code-fence language=\"sh\"><pre>");
        assertThat(html("```dockerfile\nFROM a\n```")).startsWith("<code-fence language=\"dockerfile\"><pre>");
        assertThat(html("```\nplain\n```")).startsWith("<code-fence><pre><code>plain");
        assertThat(html("    indented")).startsWith("<code-fence><pre><code>indented");
    }

    @Test
    void alertWhenItIsKnownReturnsANoteInTheReadersLanguage() {
        assertThat(html("> [!WARNING]\n> Mind the *gap*."))
                .isEqualTo("<div class=\"alert alert-warning\" role=\"note\"><p class=\"alert-title\">Warning</p>\n"
                        + "<p>Mind the <em>gap</em>.</p>\n</div>");
        Lesson lesson = new Course101(directory)
                .write("docker/one/lesson.ko.md", Course101.LESSON + "\n> [!TIP]\n>\n> 하나.\n")
                .read();
        assertThat(((Block.Html) lesson.in(Locale.KOREAN).blocks().getLast()).html())
                .startsWith("<div class=\"alert alert-tip\" role=\"note\"><p class=\"alert-title\">팁</p>\n<p>하나.");
    }

    @Test
    void htmlWhenGitHubsExtrasAreUsedReturnsThem() {
        assertThat(html("| a | b |\n| --- | ---: |\n| 1 | 2 |")).contains("<table>", "<td align=\"right\">2</td>");
        assertThat(html("- [x] done")).contains("type=\"checkbox\"", "checked");
        assertThat(html("~~old~~ www")).contains("<del>old</del>");
        assertThat(html("See https://docs.docker.com now"))
                .contains("<a href=\"https://docs.docker.com\" rel=\"noopener\">");
        assertThat(html("Note[^1].\n\n[^1]: The note."))
                .contains("href=\"#fn-1\"", "id=\"fn-1\"", "href=\"#fnref-1\"", "id=\"fnref-1\"");
        assertThat(html("<kbd>Enter</kbd>")).isEqualTo("<p><kbd>Enter</kbd></p>");
        assertThat(html("<details><summary>More</summary>\n\nText\n\n</details>"))
                .isEqualTo("<details><summary>More</summary>\n<p>Text</p>\n</details>");
    }

    @Test
    void headingWhenItIsRepeatedAcrossTasksReturnsAnchorsOfItsOwn() {
        LessonText text = read("# T\n\n## Try it\n\n> [!TASK a] A\n> x\n\n## Try it\n\n## 이미지\n\n[up](#try-it)");

        assertThat(((Block.Html) text.blocks().getFirst()).html()).contains("<h2 id=\"section-try-it\">");
        assertThat(((Block.Html) text.blocks().getLast()).html())
                .contains("<h2 id=\"section-try-it-1\">", "<h2 id=\"section-이미지\">", "<a href=\"#section-try-it\"");
    }

    @Test
    void imageWhenItIsBesideTheLessonReturnsItsAddressAndContent() {
        Lesson lesson = new Course101(directory)
                .write("docker/one/a.svg", "<svg/>")
                .write("docker/one/notes.txt", "no picture")
                .lesson("# T\n\n![A box](a.svg)")
                .read();

        assertThat(((Block.Html) lesson.in(Locale.ENGLISH).blocks().getFirst()).html())
                .isEqualTo("<p><img src=\"/courses/docker/lessons/one/files/a.svg\" alt=\"A box\" /></p>");
        assertThat(lesson.image("a.svg")).get().extracting(Image::type).isEqualTo("image/svg+xml");
        assertThat(lesson.image("a.svg").orElseThrow().content()).asString().isEqualTo("<svg/>");
        assertThat(lesson.image("notes.txt")).isEmpty();
        assertThat(lesson.image("../../docker/one/a.svg")).isEmpty();
        assertThat(Image.named("b.JPG", new byte[0]).type()).isEqualTo("image/jpeg");
    }

    @Test
    void inWhenThereIsNoTranslationReturnsTheFirstLanguage() {
        Lesson lesson = new Course101(directory).read();

        assertThat(lesson.in(Locale.KOREA).title()).isEqualTo("첫걸음");
        assertThat(lesson.in(Locale.UK).title()).isEqualTo("First steps");
        assertThat(lesson.in(Locale.FRENCH).language()).isEqualTo(Locale.ENGLISH);
    }

    private LessonText read(String markdown) {
        return new Course101(directory).lesson(markdown).read().in(Locale.ENGLISH);
    }

    private String html(String markdown) {
        return ((Block.Html) read("# Title\n\n" + markdown).blocks().getFirst()).html();
    }
}
