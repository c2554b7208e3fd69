package dev.drydock.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.lesson.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LintCommandTests {

    private static final String NO_SHELLCHECK = "no-such-shellcheck";

    @TempDir
    Path lessons;

    @TempDir
    Path elsewhere;

    @BeforeEach
    void twoCourses() throws IOException {
        lessons = lessons.toRealPath();
        assertThat(CommandLineRun.of("new", "alpha/01-one", "--lessons", lessons.toString())
                        .exitCode())
                .isZero();
        assertThat(CommandLineRun.of("new", "alpha/02-two", "--lessons", lessons.toString())
                        .exitCode())
                .isZero();
        assertThat(CommandLineRun.of("new", "beta/01-one", "--lessons", lessons.toString())
                        .exitCode())
                .isZero();
    }

    @Test
    void lintWhenAllIsWellCountsTheLessons() {
        assertThat(lint()).isEqualTo(new CommandLineRun(0, """
                        shellcheck is not installed, so nobody has looked over the scripts' shell code.
                        3 lessons, no problems
                        """, ""));
        assertThat(lint("alpha/01-one").out()).endsWith("\n1 lesson, no problems\n");
    }

    @Test
    void lintWhenACourseAsksForTheInternetThatTheHostDoesNotAllowSaysSo() throws IOException {
        Path course = lessons.resolve("alpha/course.yaml");
        Files.writeString(course, Files.readString(course) + "network: internet\n");

        CommandLineRun run = lint("alpha");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith(course + ":1:1: warning: This course asks for the internet, which this host does not allow")
                .containsOnlyOnce("[network-refused]");
        assertThat(lint("alpha", "--strict").exitCode()).isEqualTo(1);

        System.setProperty("drydock.internet.allowed", "true");
        try {
            assertThat(lint("alpha", "--strict").exitCode()).isZero();
        } finally {
            System.clearProperty("drydock.internet.allowed");
        }
    }

    @Test
    void testWhenACourseAsksForTheInternetThatTheHostDoesNotAllowNamesTheRemedy() throws IOException {
        Path course = lessons.resolve("alpha/course.yaml");
        Files.writeString(course, Files.readString(course) + "network: internet\n");

        CommandLineRun run = CommandLineRun.of("test", "alpha", "--lessons", lessons.toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.toString())
                .contains("alpha asks for the internet", "DRYDOCK_INTERNET_ALLOWED=true ./drydock lesson test alpha");
    }

    @Test
    void lintWhenThereAreProblemsPrintsEachWithItsPlaceAndRule() throws IOException {
        breakThree();

        assertThat(lint()).isEqualTo(new CommandLineRun(1, """
                        %1$s/alpha/01-one/check/write-note.sh:1:1: error: This script is not executable. Run 'chmod +x %1$s/alpha/01-one/check/write-note.sh'. [script-mode]
                        %1$s/alpha/02-two/lesson.md:3:1: error: There is no [!NOTICE]. Use NOTE, TIP, IMPORTANT, WARNING, CAUTION, TASK or QUIZ. [alert-word]
                        %1$s/beta/01-one/lesson.md:1:1: error: This lesson is not shown. Add '01-one' to lessons in course.yaml, or start the directory's name with '_' while it is a draft. [lesson-unlisted]
                        %1$s/beta/course.yaml:3:5: error: There is no directory 'gone' in this course. Add it, or remove it from this list. [lesson-missing]
                        shellcheck is not installed, so nobody has looked over the scripts' shell code.
                        2 lessons, 4 errors
                        """.formatted(lessons), ""));
    }

    @Test
    void lintWhenGivenAPathLooksOnlyThere() throws IOException {
        breakThree();

        assertThat(lint("alpha").out())
                .contains("[script-mode]", "[alert-word]")
                .doesNotContain("beta");
        assertThat(lint("alpha/01-one").out()).contains("[script-mode]").doesNotContain("02-two");
        assertThat(lint(lessons.resolve("alpha/02-two/lesson.md").toString()).out())
                .contains("[alert-word]")
                .doesNotContain("01-one");
    }

    @Test
    void lintWhenGivenACourseElsewhereLooksThere() {
        CommandLineRun run = CommandLineRun.of(
                "lint", lessons.resolve("beta").toString(), "--lessons", "nowhere", "--shellcheck", NO_SHELLCHECK);

        assertThat(run.out()).endsWith("\n1 lesson, no problems\n");
    }

    @Test
    void lintWhenThePathIsUnknownNamesThePossibleOnes() {
        assertThat(lint("gamma"))
                .isEqualTo(new CommandLineRun(
                        2,
                        "",
                        "drydock: there is no course or lesson 'gamma'\n  What to do: choose from: alpha/01-one,"
                                + " alpha/02-two, beta/01-one\n"));
        assertThat(lint("alpha/03-three").exitCode()).isEqualTo(2);
    }

    @Test
    void lintWhenADirectoryIsNoCourseSaysWhatIsMissing() throws IOException {
        Path directory = Files.createDirectories(elsewhere.resolve("gamma"));

        assertThat(lint(directory.toString()).err())
                .isEqualTo("drydock: '" + directory + "' is no course: there is no course.yaml in it\n"
                        + "  What to do: write one, or begin with ./drydock lesson new " + directory + "/01-hello\n");
        assertThat(lint(directory + "/none").err())
                .isEqualTo("drydock: there is no '" + directory + "/none'\n"
                        + "  What to do: correct the path, or begin with ./drydock lesson new\n");
    }

    @Test
    void lintWhenATranslationIsNotStampedNamesACommandThatCanBeCopied() throws IOException {
        Path text = lessons.resolve("alpha/01-one/lesson.ko.md");
        Files.writeString(
                lessons.resolve("alpha/course.yaml"), "title: A\nlanguages: [en, ko]\nlessons: [01-one, 02-two]\n");
        Files.copy(lessons.resolve("alpha/01-one/lesson.md"), text);

        assertThat(lint("alpha/01-one").out())
                .contains("run './drydock lesson stamp " + lessons.resolve("alpha/01-one")
                        + "'. [translation-unstamped]");
    }

    @Test
    void lintWhenThePathIsADraftSaysSo() throws IOException {
        Files.move(lessons.resolve("alpha/02-two"), lessons.resolve("alpha/_two"));

        assertThat(lint("alpha/_two").err())
                .isEqualTo(
                        "drydock: 'alpha/_two' is no lesson of its course\n  What to do: rename its directory once it"
                                + " is no draft any more: without '_' at the start\n");
    }

    @Test
    void lintAsJsonHasEveryPartOfAProblem() throws IOException {
        breakThree();

        assertThat(lint("alpha/01-one", "--json").out().replaceAll("\\s+", " ")).isEqualTo("""
                        { "lessons" : 1, "shellcheck" : false, "problems" : [ { "file" : "%1$s/alpha/01-one/check/write-note.sh", \
                        "line" : 1, "column" : 1, "severity" : "error", "message" : "This script is not executable. Run \
                        'chmod +x %1$s/alpha/01-one/check/write-note.sh'.", "rule" : "script-mode" } ] }\s""".formatted(lessons));
    }

    @Test
    void lintAsSarifNamesRulesLevelsAndPlaces() throws IOException {
        breakThree();

        JsonNode run =
                JsonMapper.shared().readTree(lint("alpha", "--sarif").out()).at("/runs/0");

        assertThat(run.at("/tool/driver/rules").valueStream().map(rule -> rule.path("id")
                        .asString()))
                .hasSize(Rule.values().length)
                .contains("script-mode", "alert-word");
        assertThat(run.path("results").valueStream().map(LintCommandTests::line))
                .containsExactly(
                        "script-mode error " + lessons.toUri() + "alpha/01-one/check/write-note.sh 1:1",
                        "alert-word error " + lessons.toUri() + "alpha/02-two/lesson.md 3:1");
    }

    private static String line(JsonNode result) {
        JsonNode place = result.at("/locations/0/physicalLocation");
        return result.path("ruleId").asString() + " " + result.path("level").asString() + " "
                + place.at("/artifactLocation/uri").asString() + " "
                + place.at("/region/startLine").asInt() + ":"
                + place.at("/region/startColumn").asInt();
    }

    @Test
    void sarifOfAFileBelowTheAuthorIsRelativeAndEncoded() {
        SarifReport report = SarifReport.of(List.of(new Finding("my lessons/a.md", 1, 1, "warning", "Oh.", "made-up")));

        assertThat(report.runs().getFirst().results().getFirst().locations())
                .first()
                .extracting(location ->
                        location.physicalLocation().artifactLocation().uri())
                .isEqualTo("my%20lessons/a.md");
        assertThat(report.runs().getFirst().tool().driver().rules())
                .contains(new SarifReport.ReportingDescriptor("made-up"));
    }

    @Test
    void lintWhenShellcheckIsThereShowsWhatItSays() throws IOException {
        Path script = lessons.resolve("alpha/01-one/solve/write-note.sh");
        Files.writeString(script, "#!/bin/sh\n: changed\n");
        Path shellcheck = sayingOf(script, "info");

        assertThat(lintWith(shellcheck))
                .isEqualTo(
                        new CommandLineRun(0, script + ":3:6: warning: Quote. [SC2086]\n3 lessons, 1 warning\n", ""));
        assertThat(lintWith(shellcheck, "--strict").exitCode()).isEqualTo(1);
        assertThat(lintWith(sayingOf(script, "warning")))
                .isEqualTo(new CommandLineRun(1, script + ":3:6: error: Quote. [SC2086]\n3 lessons, 1 error\n", ""));
    }

    @Test
    void lintWhenAScriptIsUnchangedDoesNotAskShellcheckAgain(@TempDir Path cacheDirectory) throws IOException {
        Path script = lessons.resolve("alpha/01-one/solve/write-note.sh");
        Files.writeString(script, "#!/bin/sh\n: changed\n");
        Path shellcheck = sayingOf(script, "warning");
        Path asked = lessons.resolve("asked");
        String cache = cacheDirectory.resolve("new").toString();

        CommandLineRun first = lintWith(shellcheck, "--cache", cache);
        CommandLineRun second = lintWith(shellcheck, "--cache", cache);
        assertThat(second).isEqualTo(first);
        assertThat(asked).content().as("each text once").hasLineCount(1).contains("solve/write-note.sh");

        Files.writeString(script, "#!/bin/sh\n: changed again\n");
        assertThat(lintWith(shellcheck, "--cache", cache)).isEqualTo(first);
        assertThat(Files.readAllLines(asked)).last().isEqualTo(script.toString());

        Files.writeString(cacheDirectory.resolve("new/shellcheck.json"), "{");
        assertThat(lintWith(shellcheck, "--cache", cache)).isEqualTo(first);
    }

    @Test
    void rulesAreAllInTheGuide() throws IOException {
        String guide = Files.readString(Path.of("docs/authoring.md"));
        for (Rule rule : Rule.values()) {
            assertThat(guide).contains("`" + rule.id() + "`");
        }
    }

    private void breakThree() throws IOException {
        Files.setPosixFilePermissions(
                lessons.resolve("alpha/01-one/check/write-note.sh"), PosixFilePermissions.fromString("rw-r--r--"));
        Files.writeString(
                lessons.resolve("alpha/02-two/lesson.md"),
                "# Two\n\n> [!NOTICE]\n> Oh.\n\n> [!QUIZ q] Q\n>\n> - [x] a\n> - [ ] b\n");
        for (String scripts : new String[] {"check/write-note", "solve/write-note", "wrong/write-note--empty"}) {
            Files.delete(lessons.resolve("alpha/02-two/" + scripts + ".sh"));
        }
        Files.delete(lessons.resolve("alpha/02-two/wrong/write-note--other-place.sh"));
        Files.writeString(lessons.resolve("beta/course.yaml"), "title: Beta\nlessons:\n  - gone\n");
    }

    /** Writes down which files it is asked about, beside the lessons. */
    private Path sayingOf(Path script, String level) throws IOException {
        return program("""
                #!/bin/sh
                [ "$1" != --version ] || exit 0
                shift 4
                echo "$*" >> %s/asked
                echo '{"comments":[{"file":"%s","line":3,"column":6,"level":"%s","code":2086,"message":"Quote."}]}'
                exit 1
                """.formatted(lessons, script, level));
    }

    private CommandLineRun lintWith(Path shellcheck, String... more) {
        return CommandLineRun.of(Stream.concat(
                        Stream.of("lint", "--lessons", lessons.toString(), "--shellcheck", shellcheck.toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private Path program(String text) throws IOException {
        Path file = lessons.resolve("program");
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private CommandLineRun lint(String... arguments) {
        String[] all = new String[arguments.length + 5];
        all[0] = "lint";
        all[1] = "--lessons";
        all[2] = lessons.toString();
        all[3] = "--shellcheck";
        all[4] = NO_SHELLCHECK;
        System.arraycopy(arguments, 0, all, 5, arguments.length);
        return CommandLineRun.of(all);
    }
}
