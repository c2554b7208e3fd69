package dev.drydock.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lessons written to do harm. */
class HostileLessonTests {

    private static final Duration HANGS = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    @TempDir
    Path elsewhere;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
                "<img src=x.png onerror=alert(1)>",
                "<img src=\"https://evil.example/pixel.gif\">",
                "![pixel](https://evil.example/pixel.gif)",
                "![pixel](//evil.example/pixel.gif)",
                "[x](javascript:alert(1))",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<a href=\"&#106;avascript:alert(1)\">x</a>",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "[x](/logout)",
                "[x](//evil.example)",
                "<iframe src=\"https://evil.example\"></iframe>",
                "<object data=\"evil.swf\"></object><embed src=evil>",
                "<p style=\"position:fixed\">x</p>",
                "<style>body { display: none }</style>",
                "<form action=\"https://evil.example\"><button>x</button></form>",
                "<base href=\"https://evil.example/\">",
                "<meta http-equiv=refresh content=\"0;url=https://evil.example\">",
                "<link rel=stylesheet href=\"https://evil.example/x.css\">",
                "<svg><script>alert(1)</script></svg>",
                "<math><mi xlink:href=\"javascript:alert(1)\">x</mi></math>",
                "<h2 id=\"terminal\">x</h2>",
                "<div class=\"toolbar\" role=\"button\">x</div>",
                "<lab-terminal src=\"ws://evil.example\"></lab-terminal>",
                "<code-fence onclick=alert(1) run>x</code-fence>",
                "<input type=password name=password>",
                "```sh\"onclick=\"alert(1)\nls\n```",
                "```sh terminal=\"onclick=\"alert(1)\nls\n```",
                "```yaml save=~/a\"onclick=\"alert(1)\nls\n```",
                "```mermaid\ngraph LR\naccTitle: \"><script>alert(1)</script>\naccDescr: <img src=x onerror=alert(1)>\n```",
                "[x](../one/lesson.md#\"onclick=\"alert(1))",
                "[x](../one/../../../logout)",
                "[x](../one//evil.example)",
            })
    void htmlWhenItIsHostileReturnsNothingThatActs(String hostile) {
        for (String markdown : new String[] {
            "# T\n\n" + hostile + "\n",
            "# T\n\n> [!TASK a] A " + hostile.replace("\n", "\n> ") + "\n",
            "# T\n\n> [!TASK a] A\n>\n> " + hostile.replace("\n", "\n> ") + "\n",
            "# T\n\n> [!TASK a] A\n>\n> <details><summary>S</summary>\n>\n> " + hostile.replace("\n", "\n> ")
                    + "\n>\n> </details>\n",
            "# T\n\n> [!QUIZ a] A " + hostile.replace("\n", "\n> ") + "\n>\n> - [x] a\n> - [ ] b\n",
            "# T\n\n> [!QUIZ a] A\n>\n> - [x] a\n> - [ ] " + hostile.replace("\n", "\n>   ") + "\n",
            "# T\n\n> [!QUIZ a] A\n>\n> - [x] a\n> - [ ] b\n>\n> " + hostile.replace("\n", "\n> ") + "\n",
            "---\nvariables:\n  EVIL: '" + hostile.replace("'", "''").replace('\n', ' ')
                    + "'\n---\n# T\n\n$EVIL <b>$EVIL</b>\n\n<p>$EVIL\n\n```sh\n$EVIL\n```\n\n> [!TASK a] $EVIL\n>\n"
                    + "> <details><summary>$EVIL</summary>\n>\n> x\n>\n> </details>\n",
        }) {
            assertThat(allHtml(new Course101(directory).lesson(markdown)))
                    .as(markdown)
                    .doesNotContainPattern(
                            "(?i)<(script|iframe|object|embed|form|button|style|base|meta|link|svg|math)")
                    .doesNotContainPattern("(?i)<lab-terminal|type=\"password\"|name=")
                    .doesNotContainPattern("(?i)<[^>]*(javascript|data:|evil\\.example)")
                    .doesNotContainPattern("(?i)<[^>]*\\s(on\\w+|style|srcset)=")
                    .doesNotContainPattern("(?i)<[^>]*(id=\"terminal\"|toolbar|role=\"button\"|/logout)");
        }
    }

    @Test
    void htmlWhenAnElementIsLeftOpenBeforeATaskReturnsEachBlockClosed() {
        Lesson lesson = new Course101(directory)
                .lesson("# T\n\n<details><summary>S</summary>\n\nText\n\n> [!TASK a] A\n> x\n\n</details></div>\n\nEnd")
                .read();

        assertThat(((Block.Html) lesson.in(Locale.ENGLISH).blocks().getFirst()).html())
                .isEqualTo("<details><summary>S</summary>\n<p>Text</p>\n</details>");
        assertThat(((Block.Html) lesson.in(Locale.ENGLISH).blocks().getLast()).html())
                .isEqualTo("<p>End</p>");
    }

    @Test
    void htmlWhenItHasOurElementsInItGetsNoButtonsFromThem() {
        Lesson lesson = new Course101(directory)
                .lesson("# T\n\n<code-fence run language=sh><pre>reboot</pre></code-fence>\n\na <CODE-FENCE save=x"
                        + " path=/etc/a>b</CODE-FENCE>\n\n<mermaid-diagram label=x>c</mermaid-diagram>\n")
                .read();

        assertThat(allHtml(lesson))
                .doesNotContain("<code-fence", "<mermaid-diagram")
                .contains("reboot", "b", "c");
        assertThat(new Course101(directory)
                        .lessonAnd("<code-fence run>x</code-fence>")
                        .problems())
                .containsExactly(
                        "docker/one/lesson.md:9:1: Lessons cannot use <code-fence>, it is left out. Write it in"
                                + " Markdown.");
    }

    @Test
    void problemsWhenVariablesFloodATextRefuseIt() {
        assertThat(new Course101(directory)
                        .lesson("---\nvariables: {A: " + "a".repeat(200) + "}\n---\n# T\n\n" + "$A ".repeat(80_000))
                        .problems())
                .containsExactly(
                        "docker/one/lesson.md:1:1: With its variables filled in, this text is longer than a million"
                                + " characters. Shorten the values.");
    }

    @Test
    void problemsWhenAParagraphIsMadeOfBracketsRefuseIt() {
        assertThat(new Course101(directory)
                        .lesson("# T\n\nFine.\n\n" + "<a ".repeat(10_000))
                        .problems())
                .containsExactly(
                        "docker/one/lesson.md:5:1: There are too many '<' up to here without an empty line. Put one"
                                + " between paragraphs.");
        assertThat(new Course101(directory)
                        .lessonAnd("```xml\n" + "<a><b/></a>\n".repeat(500) + "```\n")
                        .problems())
                .isEmpty();
    }

    @Test
    void problemsWhenThereAreThousandsReturnTheFirst() {
        assertThat(new Course101(directory)
                        .lessonAnd("<blink>x</blink>\n\n".repeat(5_000))
                        .open()
                        .problems())
                .hasSize(100)
                .first()
                .extracting(Problem::line)
                .isEqualTo(9);
    }

    @Test
    void problemsWhenHtmlIsLeftOutReturnWhereAndWhat() {
        assertThat(new Course101(directory)
                        .lesson(Course101.LESSON + "\n<p style=\"x\">a</p>\n\nb <blink>c</blink>\n")
                        .problems())
                .containsExactly(
                        "docker/one/lesson.md:9:1: Lessons cannot use style of <p>, it is left out. Write it in"
                                + " Markdown.",
                        "docker/one/lesson.md:11:3: Lessons cannot use <blink>, it is left out. Write it in Markdown.");
    }

    @Test
    void readWhenMarkdownIsPathologicalReturnsInTime() {
        String[] attacks = {
            ">".repeat(100_000),
            "> ".repeat(50_000) + "x",
            "[".repeat(100_000),
            "[!TASK ".repeat(30_000),
            "*a **b ".repeat(20_000),
            "`".repeat(1) + " ``".repeat(50_000),
            "- ".repeat(60_000) + "x",
            "<details><summary>".repeat(10_000),
            "![](".repeat(40_000),
            "[^1]".repeat(40_000),
            "<a ".repeat(60_000),
            "a@".repeat(60_000),
            "| a ".repeat(30_000) + "\n" + "| - ".repeat(30_000),
            "# ".repeat(100_000),
            "&".repeat(200_000),
            "```sh " + "a ".repeat(100_000) + "\nls\n```",
            "```mermaid\n" + "accDescr {\n".repeat(20_000) + "```",
            "```mermaid\n" + " ".repeat(200_000) + "accTitle:\n```",
            "$A${A".repeat(50_000),
            "[a](../one/lesson.md#b) ".repeat(10_000),
            "- [ ] a\n> ".repeat(20_000),
            "- [x] a\n> - [ ] b\n>\n> ".repeat(10_000),
            "## a\n> ".repeat(20_000),
        };
        for (String attack : attacks) {
            assertTimeoutPreemptively(HANGS, () -> readEverywhere(attack), () -> "Hangs on " + attack.substring(0, 20));
        }
    }

    /** In a text, a task and a quiz, each as large as a text may be. */
    private void readEverywhere(String attack) {
        for (String before : new String[] {"", "> [!TASK a] A\n>\n> ", "> [!QUIZ b] B\n>\n> "}) {
            Lessons lessons = new Course101(directory)
                    .lesson("---\nvariables: {A: b}\n---\n# T\n\n" + before + attack + "\n")
                    .open();
            assertThat(lessons.problems()).extracting(Problem::rule).doesNotContain(Rule.FILE_SIZE);
        }
    }

    @Test
    void problemsWhenYamlIsABombReturnThePlaceAtOnce() {
        String laughs = "a: &a [x, x]\nb: &b [*a, *a]\ntitle: *b\n";
        String deep = "title: " + "[".repeat(60_000);
        assertTimeoutPreemptively(HANGS, () -> {
            assertThat(new Course101(directory)
                            .write("docker/course.yaml", laughs)
                            .problems())
                    .containsExactly("docker/course.yaml:2:8: Aliases (*name) are not used here. Write it out.");
            assertThat(new Course101(directory)
                            .write("docker/course.yaml", deep)
                            .problems())
                    .containsExactly("docker/course.yaml:1:15: This is nested too deeply. Make it flatter.");
            assertThat(new Course101(directory)
                            .lesson("---\n" + "? ".repeat(30_000) + "\n---\n# T\n")
                            .problems())
                    .first()
                    .asString()
                    .startsWith("docker/one/lesson.md:2:");
        });
    }

    @Test
    void problemsWhenAYamlTagIsHalfEncodedSayThatItIsNoYaml() {
        assertThat(new Course101(directory)
                        .lesson("---\nsummary: !e%E\n---\n# T\n")
                        .problems())
                .containsExactly("docker/one/lesson.md:1:1: This is not YAML: a tag (!name) is incomplete. Remove it.");
    }

    @Test
    void scriptWhenItIsALinkOutOfTheCourseReturnsBroken() throws Exception {
        Files.writeString(elsewhere.resolve("secret.sh"), "#!/bin/sh\n# secret\n");
        Lesson lesson = new Course101(directory)
                .delete("docker/one/check/say-hi.sh")
                .link("docker/one/check/say-hi.sh", elsewhere.resolve("secret.sh"))
                .read();

        assertThat(lesson.tasks().getFirst().check())
                .isEqualTo(new Script.Broken(
                        "docker/one/check/say-hi.sh",
                        "This is a link that leads out of the course. Put a copy of the file here."));
    }

    @Test
    void imageWhenItIsALinkOutOfTheCourseReturnsNothing() throws Exception {
        Files.writeString(elsewhere.resolve("secret.png"), "secret");
        Course101 course = new Course101(directory).link("docker/one/a.png", elsewhere.resolve("secret.png"));

        assertThat(course.read().image("a.png")).isEmpty();
        assertThat(course.problems())
                .containsExactly("docker/one/a.png:1:1: This is a link that leads out of the course."
                        + " Put a copy of the file here.");
    }

    @Test
    void coursesWhenADirectoryIsALinkReturnOthersOnly() throws Exception {
        Files.writeString(elsewhere.resolve("course.yaml"), "title: Secret\nlessons: []\n");
        Course101 course = new Course101(directory).link("stolen", elsewhere).link("docker/two", elsewhere);
        course.write("docker/course.yaml", "title: Docker\nlanguages: [en, ko]\nlessons: [one, two]\n");

        assertThat(course.open().courses()).extracting(Course::id).containsExactly("docker");
        assertThat(course.problems())
                .containsExactly(
                        "docker/course.yaml:3:16: There is no directory 'two' in this course. Add it, or remove it from"
                                + " this list.",
                        "stolen:1:1: This is a link. Put the course's directory itself here.");
    }

    /** Nothing where the lesson is refused. */
    private static String allHtml(Course101 course) {
        return course.open()
                .find("docker", "one")
                .map(HostileLessonTests::allHtml)
                .orElse("");
    }

    private static String allHtml(Lesson lesson) {
        return lesson.in(Locale.ENGLISH).blocks().stream()
                .map(block -> switch (block) {
                    case Block.Html text -> text.html();
                    case Block.Task task ->
                        task.text().titleHtml() + "\n" + task.text().bodyHtml() + "\n"
                                + task.text().hints().stream()
                                        .map(hint -> hint.summaryHtml() + hint.html())
                                        .collect(Collectors.joining("\n"));
                    case Block.Quiz quiz ->
                        quiz.text().titleHtml() + "\n" + quiz.text().bodyHtml() + "\n"
                                + String.join("\n", quiz.text().choices())
                                + quiz.text().explanationHtml();
                })
                .collect(Collectors.joining("\n"));
    }
}
