package dev.drydock.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariablesTests {

    @TempDir
    Path directory;

    @Test
    void textWhenAVariableIsKnownReturnsItsValueInTextCodeAndFences() {
        Lesson lesson = lesson("""
                # Port $PORT

                Say $PORT and `${PORT}`, not $PORTS, $PORTs, $port or $HOME; see [it](http://localhost:$PORT).

                ```sh
                curl localhost:$PORT/$HOME
                ```
                """);
        LessonText text = lesson.in(Locale.ENGLISH);

        assertThat(text.title()).isEqualTo("Port 8080");
        assertThat(((Block.Html) text.blocks().getFirst()).html())
                .contains("Say 8080 and <code>8080</code>, not $PORTS, $PORTs, $port or $HOME;")
                .contains("href=\"http://localhost:8080\"")
                .contains("curl localhost:8080/$HOME");
        assertThat(text.actions()).extracting(Action::text).containsExactly("curl localhost:8080/$HOME\n");
    }

    @Test
    void textWhenAValueLooksLikeMarkupReturnsItAsText() {
        Lesson lesson = new Course101(directory).lesson("""
                ---
                variables:
                  EVIL: "<b>*x*</b> [!TASK a] $LEARNER"
                ---
                # T

                $EVIL <kbd>$EVIL</kbd>

                > $EVIL

                <p title="$EVIL">$EVIL</p>
                """).read();

        assertThat(((Block.Html) lesson.in(Locale.ENGLISH).blocks().getFirst()).html())
                .startsWith("<p>&lt;b&gt;*x*&lt;/b&gt; [!TASK a] $LEARNER <kbd>&lt;b&gt;*x*&lt;/b&gt;")
                .contains("<blockquote>")
                .endsWith("<p>&lt;b&gt;*x*&lt;/b&gt; [!TASK a] $LEARNER</p>");
        assertThat(lesson.exercises()).isEmpty();
        assertThat(lesson.variablesFor("Ada").asEnvironment())
                .contains(entry("EVIL", "<b>*x*</b> [!TASK a] ada"), entry("LEARNER", "ada"));
    }

    @Test
    void variablesWhenTheLessonHasItsOwnReturnThoseOverTheCourses() {
        Course101 course = new Course101(directory).lesson("---\nvariables: {PORT: 9090}\n---\n# $PORT $NAME\n");
        course.write("docker/course.yaml", "title: T\nlessons: [one]\nvariables: {PORT: 8080, NAME: web}\n");

        assertThat(course.read().variables()).isEqualTo(Map.of("PORT", "9090", "NAME", "web"));
        assertThat(course.read().in(Locale.ENGLISH).title()).isEqualTo("9090 web");
    }

    @Test
    void fillReturnsTheLearnersNameAndLeavesTheRest() {
        Variables variables = new Variables(Map.of("PORT", "8080"), "ada");

        assertThat(variables.fill("$LEARNER-web ${LEARNER}_db $LEARNER_X $LEARNERS $PORT $1 \\ $"))
                .isEqualTo("ada-web ada_db $LEARNER_X $LEARNERS $PORT $1 \\ $");
        String untouched = "nothing here";
        assertThat(variables.fill(untouched)).isSameAs(untouched);
    }

    @ParameterizedTest
    @CsvSource({
        "Ada, ada",
        "Ada Lovelace 2, adalovelace2",
        "Zoë Müller, zoemuller",
        "'<b>$(reboot)</b>', brebootb",
        "김철수, learner",
        "'', learner",
        "abcdefghijklmnopqrstuvwxyz0123456789, abcdefghijklmnopqrstuvwxyz0123"
    })
    void learnerReturnsWhatFitsIntoNames(String name, String expected) {
        assertThat(Variables.learner(name)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "lower ~ a",
                "1ST ~ a",
                "LEARNER ~ a",
                "PATH ~ a",
                "DOCKER_HOST ~ a",
                "DRYDOCK_LANGUAGE ~ a",
                "LD_PRELOAD ~ a",
                "BASH_ENV ~ a",
                "ENV ~ a",
                "A-B ~ a",
                "IFS ~ a",
                "PS4 ~ a"
            })
    void variablesWhenANameMeansSomethingElseReturnNone(String name, String value) {
        Course101 course = new Course101(directory).lessonAnd(name);
        course.write("docker/course.yaml", "title: T\nlessons: [one]\nvariables: {" + name + ": " + value + "}\n");

        assertThat(course.read().variables()).isEmpty();
        assertThat(course.open().problems()).extracting(Problem::rule).containsExactly(Rule.VARIABLE_NAME);
    }

    @Test
    void solutionsReturnTheLessonsElseTheCoursesElseAfterThreeTries() {
        Course101 course = new Course101(directory);
        assertThat(course.read().solutions()).isEqualTo(new Solutions.After(3));

        course.lesson(Course101.LESSON).write("docker/course.yaml", "title: T\nlessons: [one]\nsolutions: never\n");
        assertThat(course.read().solutions()).isEqualTo(new Solutions.Never());

        course.write("docker/one/lesson.md", "---\nsolutions: 0\n---\n" + Course101.LESSON);
        assertThat(course.read().solutions()).isEqualTo(new Solutions.After(0));
    }

    @Test
    void openAfterReturnsWhetherTheTriesAreMade() {
        assertThat(new Solutions.After(2).openAfter(1)).isFalse();
        assertThat(new Solutions.After(2).openAfter(2)).isTrue();
        assertThat(new Solutions.After(0).openAfter(0)).isTrue();
        assertThat(new Solutions.Never().openAfter(1000)).isFalse();
    }

    private Lesson lesson(String markdown) {
        return new Course101(directory)
                .lesson("---\nvariables: {PORT: 8080}\n---\n" + markdown)
                .read();
    }
}
