package dev.drydock.preparation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.lesson.HomeFile;
import dev.drydock.lesson.Script;
import dev.drydock.machine.ExecResult;
import dev.drydock.machine.HostDocker;
import dev.drydock.machine.Machine;
import dev.drydock.machine.MachineRoom;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Saves, a lesson's files and its setup, in a machine whose owner has laid links, pipes and programs in their way. */
@Tag("contract")
class HostileHomeTests {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final Duration SHORT = Duration.ofSeconds(1);

    @RegisterExtension
    static final MachineRoom room = new MachineRoom();

    private static Machine machine;

    @BeforeAll
    static void start() {
        machine = room.machine();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../../../../../../sbin", "/proc/1/root/../../sbin", "/proc/self/cwd/../../../sbin"})
    void saveThroughALinkStaysInTheMachine(String link) {
        learner("rm -rf /root/way; ln -s " + link + " /root/way");

        assertThat(new Preparation(machine, Map.of()).save("~/way/machine-start", "#!/bin/sh\n"))
                .isInstanceOfAny(Saving.Saved.class, Saving.Same.class);
        assertStayedInside("/sbin/machine-start");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../../../../../../sbin", "/proc/1/root/../../sbin", "/proc/self/cwd/../../../sbin"})
    void filesOfALessonThroughALinkStayInTheMachine(String link) {
        learner("rm -rf /root/way /sbin/shell-holder; ln -s " + link + " /root/way");
        HomeFile file = new HomeFile("way/shell-holder", "#!/bin/sh\n".getBytes(StandardCharsets.UTF_8), true);

        ExecResult placed = new FileWriting(new Execution(machine, Map.of(), LIMIT)).place("files", List.of(file));

        assertThat(placed.succeeded()).as(placed.toString()).isTrue();
        assertStayedInside("/sbin/shell-holder");
    }

    @Test
    void saveWhenItsTemporaryFileWouldBeElsewhereStaysInTheMachine() {
        learner("umount -l /tmp && rmdir /tmp && ln -s ../../../../../../../../run /tmp");
        try {
            assertThat(new Preparation(machine, Map.of()).save("~/note", "text\n"))
                    .isInstanceOf(Saving.Saved.class);
            assertThat(new Preparation(machine, Map.of()).run(new Script.Ready("setup.sh", "#!/bin/sh\npwd\n")))
                    .hasToString("setup.sh ended with 0, saying:\n/root");
            assertThat(changesOutside()).isEmpty();
        } finally {
            learner("rm /tmp && mkdir -m 1777 /tmp");
        }
    }

    @Test
    void saveToAPipeThatNobodyReadsIsGivenUp() {
        learner("mkfifo /root/pipe");

        assertThat(new Preparation(machine, Map.of(), SHORT).save("~/pipe", "text\n"))
                .isInstanceOf(Saving.Failed.class);
    }

    @Test
    void setupWhoseWordsNeverEndIsGivenUp() {
        learner("printf '#!/bin/sh\\nexec yes\\n' > /usr/local/bin/tail; chmod 755 /usr/local/bin/tail");
        try {
            ScriptRun run = new Preparation(machine, Map.of(), SHORT).run(new Script.Ready("setup.sh", "#!/bin/sh\n"));

            assertThat(run.succeeded()).isFalse();
            assertThat(run.output()).hasSizeLessThan(2 * 1024 * 1024);
        } finally {
            learner("rm /usr/local/bin/tail; killall yes 2>/dev/null || pkill yes");
        }
    }

    private static void assertStayedInside(String file) {
        learner("test -f " + file);
        assertThat(changesOutside()).as("changed in the outer root").isEmpty();
    }

    /** Files of the container that are not the machine's: as its layer says, which the engine keeps. */
    private static List<String> changesOutside() {
        String container = HostDocker.run(
                        "ps",
                        "-q",
                        "--filter",
                        "label=dev.drydock.machine=" + machine.id().value())
                .strip();
        return HostDocker.run("diff", container)
                .lines()
                .filter(line -> !line.substring(2).startsWith("/machine"))
                .toList();
    }

    private static void learner(String script) {
        ExecResult result = machine.exec(List.of("sh", "-c", script), new byte[0]);
        assertThat(result.succeeded()).as("%s: %s", script, result).isTrue();
    }
}
