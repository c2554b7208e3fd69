package dev.drydock.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a machine gets before a lesson, and what is read from its scripts. */
class StartTests {

    @TempDir
    Path directory;

    @TempDir
    Path elsewhere;

    private Course101 course;

    @BeforeEach
    void makeCourse() {
        course = new Course101(directory);
    }

    @Test
    void startWhenThereIsNothingIsEmpty() {
        assertThat(course.read().start()).isEqualTo(Start.NOTHING);
        assertThat(Start.NOTHING.isEmpty()).isTrue();
    }

    @Test
    void startWhenThereAreSetupAndFilesReturnsThem() {
        course.script("docker/one/setup.sh", "#!/bin/sh\ndocker pull busybox\n")
                .write("docker/one/files/app/main.py", "print(1)\n")
                .script("docker/one/files/run.sh", "#!/bin/sh\n")
                .write("docker/one/files/.dockerignore", "*.pyc\n");

        Start start = course.read().start();
        assertThat(start.setup())
                .isEqualTo(new Script.Ready("docker/one/setup.sh", "#!/bin/sh\ndocker pull busybox\n"));
        assertThat(start.files())
                .containsExactly(
                        file(".dockerignore", "*.pyc\n", false),
                        file("app/main.py", "print(1)\n", false),
                        file("run.sh", "#!/bin/sh\n", true));
        assertThat(start.isEmpty()).isFalse();
        assertThat(course.problems()).isEmpty();
    }

    @Test
    void startWhenSetupCannotBeRunReturnsBroken() {
        course.write("docker/one/setup.sh", "#!/bin/sh\n");

        assertThat(course.read().start().setup()).isInstanceOf(Script.Broken.class);
    }

    @Test
    void filesWhenALinkLeadsOutAreNotReadAtAll() throws IOException {
        Files.writeString(elsewhere.resolve("secret"), "secret");
        course.write("docker/one/files/a", "a");

        course.link("docker/one/files/secret", elsewhere.resolve("secret"));
        assertThat(course.read().start()).isEqualTo(Start.NOTHING);
        assertThat(course.problems())
                .containsExactly("docker/one/files/secret:1:1: This is a link that leads out of the course. Put a copy"
                        + " of the file here.");

        course.delete("docker/one/files").link("docker/one/files", elsewhere);
        assertThat(course.read().start()).isEqualTo(Start.NOTHING);
        assertThat(course.problems()).hasSize(1);

        Files.delete(course.path("docker/one/files"));
        course.link("docker/one/setup.sh", elsewhere.resolve("secret"));
        assertThat(course.read().start().setup()).isInstanceOf(Script.Broken.class);
    }

    @Test
    void filesWhenADeepOneChangesAreReadAgain() {
        course.write("docker/one/files/1/2/3/4/5/6/7/a.txt", "old");
        Lessons lessons = course.open();

        course.write("docker/one/files/1/2/3/4/5/6/7/a.txt", "newer");
        assertThat(lessons.find("docker", "one").orElseThrow().start().files())
                .containsExactly(file("1/2/3/4/5/6/7/a.txt", "newer", false));
    }

    @Test
    void solutionWhenItIsShownReturnsOnlyWhatALearnerWouldType() {
        course.script("docker/one/solve/say-hi.sh", """
                #!/bin/sh
                # What the author thought.
                #
                # And more.

                set -eu

                # Say it.
                  echo hi $LEARNER
                cat <<END
                set -eu
                END

                """);

        assertThat(course.read().task("say-hi").orElseThrow().solution())
                .isEqualTo("# Say it.\n  echo hi $LEARNER\ncat <<END\nset -eu\nEND");
        course.delete("docker/one/solve/say-hi.sh");
        assertThat(course.read().task("say-hi").orElseThrow().solution()).isEmpty();
    }

    @Test
    void engineOptionalWhenTheCheckSaysSoAtItsHeadReturnsTrue() {
        assertThat(course.read().task("say-hi").orElseThrow().engineOptional()).isFalse();

        course.script(
                "docker/one/check/say-hi.sh", "#!/bin/sh\n# Whether Docker is gone.\n# engine optional\n\nexit 0\n");
        assertThat(course.read().task("say-hi").orElseThrow().engineOptional()).isTrue();

        course.script("docker/one/check/say-hi.sh", "#!/bin/sh\n\n# engine optional\nexit 0\n");
        assertThat(course.read().task("say-hi").orElseThrow().engineOptional()).isFalse();
    }

    private static HomeFile file(String path, String text, boolean executable) {
        return new HomeFile(path, text.getBytes(StandardCharsets.UTF_8), executable);
    }
}
