package dev.drydock.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.engine.Engine;
import dev.drydock.instance.InstanceId;
import dev.drydock.lesson.Script;
import dev.drydock.machine.Machine;
import dev.drydock.preparation.Preparation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The proof on real machines: of every lesson in this repository, and of the lesson that a new one begins as. */
@Tag("contract")
class OurLessonsProofTests {

    /** Outside ./drydock test, which names them. */
    @BeforeAll
    static void imagesUnlessNamed() {
        for (String one : List.of("machine", "mirror")) {
            if (System.getenv("DRYDOCK_" + one.toUpperCase(Locale.ROOT) + "_IMAGE") == null) {
                System.setProperty("drydock." + one + ".image", "drydock/" + one + ":dev");
            }
        }
    }

    private static final String BAD_FENCES = """

            ```sh
            cat app/here.txt | grep -q files && cd app && test -e here.txt
            ls /nowhere
            ```

            ```sh fails
            test -e here.txt
            ```

            ```sh stays
            tail -f here.txt
            ```

            ```sh
            [ "$(pwd)" = /root/app ]
            ```

            ```sh stays
            true
            ```
            """;

    @Test
    void ourLessonsAreProven() {
        CommandLineRun run = CommandLineRun.watched("test", "--jobs", "2", "--lessons", "lessons");

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.out())
                .contains(" 0 failed, flake rate 0.0 % over 1 round")
                .as("every command of every text has been run")
                .doesNotContain("not run");
    }

    @Test
    void newLessonIsProvenUntilItsCheckAlwaysPasses(@TempDir Path lessons) throws IOException {
        CommandLineRun.of("new", "c/l", "--lessons", lessons.toString());
        Path report = lessons.resolve("report.xml");
        CommandLineRun good = test(lessons, "c/l", "--report", report.toString());
        assertThat(good.exitCode()).as(good.toString()).isZero();
        assertThat(good.out()).contains("1 task, 6 steps, 0 failed");
        assertThat(report).content().contains("tests=\"6\" failures=\"0\"");

        Files.writeString(lessons.resolve("c/l/check/write-note.sh"), "#!/bin/sh\nexit 0\n");
        CommandLineRun bad = test(lessons);

        assertThat(bad.exitCode()).isEqualTo(1);
        assertThat(bad.out())
                .contains("1 task, 6 steps, 4 failed")
                .contains("wrong try empty, en [passed]")
                .contains("script    c/l/wrong/write-note--empty.sh ended with 0, saying nothing");
    }

    /** Everything that an author may get wrong and only a machine can show, in one lesson. */
    @Test
    void mistakesAreNamedWhereTheyAre(@TempDir Path lessons) throws IOException {
        CommandLineRun.of("new", "c/l", "--lessons", lessons.toString());
        Path lesson = lessons.resolve("c/l");
        Files.createDirectories(lesson.resolve("files/app"));
        Files.writeString(lesson.resolve("files/app/here.txt"), "from files");
        script(lesson.resolve("setup.sh"), "grep -q files ~/app/here.txt\nmkdir -p /srv/often\n");
        script(
                lesson.resolve("check/write-note.sh"),
                ". check.sh\nmachine-file cat /root/note.txt >/dev/null && exit 0\n"
                        + "[ \"$DRYDOCK_LANGUAGE\" = en ] || no-such-helper\nnot_yet \"There is no note\"\n");
        Files.writeString(lessons.resolve("c/course.yaml"), "\nlanguages: [en, ko]\n", StandardOpenOption.APPEND);
        Files.writeString(lesson.resolve("lesson.md"), BAD_FENCES, StandardOpenOption.APPEND);
        String text = Files.readString(lesson.resolve("lesson.md"));
        Files.writeString(lesson.resolve("lesson.ko.md"), text.replaceFirst("minutes:.*\n", ""));
        Files.delete(lesson.resolve("wrong/write-note--empty.sh"));
        Files.delete(lesson.resolve("wrong/write-note--other-place.sh"));

        CommandLineRun bad = test(lessons);
        script(lesson.resolve("setup.sh"), "mkdir /srv/only-once\n");
        CommandLineRun worse = test(lessons);

        assertThat(bad.out())
                .contains("at its start, ko [broken]", "no-such-helper: not found")
                .contains("a command that ends with 0", "ls: cannot access '/nowhere': No such file or directory")
                .contains("a command that fails", "a command that stays")
                .contains("1 task, 12 steps, 4 failed");
        assertThat(worse.out())
                .contains("start again [script]", "c/l/setup.sh ended with 1", "mkdir: cannot create directory");
    }

    private static void script(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\nset -eu\n" + body);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void closeLeavesNothing() {
        Engine engine = Engine.at(System.getenv().getOrDefault("DOCKER_HOST", "unix:///var/run/docker.sock"));
        ThrowAwayInstance instance = ThrowAwayInstance.open(false);
        Map<String, String> ours = Map.of(InstanceId.LABEL, instance.id().value());
        try (instance) {
            Machine machine = instance.make();
            assertThat(engine.containers(ours)).hasSize(2);
            scriptsRunAsTheirFirstLineSays(machine);
        }

        assertThat(engine.containers(ours)).isEmpty();
        assertThat(engine.volumes(ours)).isEmpty();
    }

    private static void scriptsRunAsTheirFirstLineSays(Machine machine) {
        assertThat(run(
                        machine,
                        "#!/bin/bash\nset -o pipefail; echo \"$BASH_VERSION\" | grep -q . && echo $HOME $PWD\n",
                        20))
                .isEqualTo("s.sh ended with 0, saying:\n/root /root");
        assertThat(run(machine, "#!/no/such\n", 20)).startsWith("s.sh ended with 12");
        assertThat(run(machine, "#!/bin/sh\nsleep 300 &\necho begun\n", 20))
                .as("a program in the background keeps nobody waiting")
                .isEqualTo("s.sh ended with 0, saying:\nbegun");
        assertThat(run(machine, "#!/bin/sh\necho slow\nsleep 60\n", 1))
                .isEqualTo("s.sh was stopped at its time limit, saying:\nslow");
        assertThat(run(machine, "#!/bin/sh\ncat\n", 20))
                .as("nothing to read")
                .isEqualTo("s.sh ended with 0, saying nothing");
    }

    private static String run(Machine machine, String text, int seconds) {
        return new Preparation(machine, Map.of(), Duration.ofSeconds(seconds))
                .run(new Script.Ready("s.sh", text))
                .toString();
    }

    private static CommandLineRun test(Path lessons, String... more) {
        String[] all = new String[more.length + 3];
        all[0] = "test";
        all[1] = "--lessons";
        all[2] = lessons.toString();
        System.arraycopy(more, 0, all, 3, more.length);
        return CommandLineRun.of(all);
    }
}
