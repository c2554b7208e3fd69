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

    @Test
    void ourLessonsAreProven() {
        CommandLineRun run = CommandLineRun.of("test", "--jobs", "2", "--lessons", "lessons");

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.out()).contains(" 0 failed, flake rate 0.0 % over 1 round");
    }

    @Test
    void newLessonIsProvenUntilItsCheckAlwaysPasses(@TempDir Path lessons) throws IOException {
        CommandLineRun.of("new", "c/l", "--lessons", lessons.toString());
        Path report = lessons.resolve("report.xml");
        CommandLineRun good = test(lessons, "c/l", "--report", report.toString());
        assertThat(good.exitCode()).as(good.toString()).isZero();
        assertThat(good.out()).contains("1 task, 5 steps, 0 failed");
        assertThat(report).content().contains("tests=\"5\" failures=\"0\"");

        Files.writeString(lessons.resolve("c/l/check/write-note.sh"), "#!/bin/sh\nexit 0\n");
        CommandLineRun bad = test(lessons);

        assertThat(bad.exitCode()).isEqualTo(1);
        assertThat(bad.out())
                .contains("1 task, 5 steps, 4 failed")
                .contains("wrong try empty, en [passed]")
                .contains("script    c/l/wrong/write-note--empty.sh ended with 0, saying nothing");
    }

    @Test
    void closeLeavesNothing() {
        Engine engine = Engine.at(System.getenv().getOrDefault("DOCKER_HOST", "unix:///var/run/docker.sock"));
        ThrowAwayInstance instance = ThrowAwayInstance.open();
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
