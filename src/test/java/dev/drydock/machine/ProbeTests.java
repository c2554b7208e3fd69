package dev.drydock.machine;

import static dev.drydock.machine.MachineAssert.output;
import static dev.drydock.machine.MachineAssert.write;
import static dev.drydock.machine.Probes.limited;
import static dev.drydock.machine.Probes.run;
import static dev.drydock.machine.Probes.script;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.machine.ProbeResult.Ended;
import dev.drydock.machine.ProbeResult.Missing;
import dev.drydock.machine.ProbeResult.NotStarted;
import dev.drydock.machine.ProbeResult.TimedOut;
import dev.drydock.machine.ProbeResult.Unreachable;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** What a probe finds and says, in a machine whose owner has nothing bad in mind; and in one that is at its limits. */
@Tag("contract")
class ProbeTests {

    @RegisterExtension
    static final MachineRoom room = new MachineRoom();

    private static Machine machine;

    @BeforeAll
    static void start() {
        machine = room.machine();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 42, 255})
    void exitCodeIsTheScripts(int code) {
        assertThat(run(machine, "exit " + code).exitCode()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(ints = {69, 70, 71})
    void exitCodeWhenItHasAnotherMeaningBecomesOne(int code) {
        assertThat(run(machine, "exit " + code).exitCode()).isEqualTo(1);
    }

    @Test
    void messageAndDiagnosticsAreKeptApart() {
        Ended ended = run(machine, "printf 'for the 학생' >&3", "echo out", "echo err >&2", "exit 1");
        assertThat(ended.message()).isEqualTo("for the 학생");
        assertThat(ended.diagnostics()).isEqualTo("out\nerr\n");
    }

    @ParameterizedTest
    @CsvSource({"en, Not yet", "ko, 아직"})
    void languageChoosesTheMessage(String language, String expected) {
        Probe probe = Probes.of("#!/bin/sh\n. check.sh\nnot_yet 'Not yet' '아직'\n", language, Map.of(), Patience.GUARD);
        assertThat(machine.probe(probe)).isEqualTo(new Ended(1, expected, ""));
    }

    @Test
    void variablesArriveAndNothingElseDoes() {
        Probe probe = Probes.of(
                "#!/bin/sh\nprintf %s \"$WANTED\" >&3; unset WANTED; env | sed 's/=.*//' | sort | tr '\\n' ' '\n",
                "en", Map.of("WANTED", "a b\"c'd\n한글"), Patience.GUARD);
        assertThat(machine.probe(probe))
                .asInstanceOf(InstanceOfAssertFactories.type(Ended.class))
                .satisfies(ended -> {
                    assertThat(ended.message()).isEqualTo("a b\"c'd\n한글");
                    assertThat(ended.diagnostics().strip().split(" "))
                            .containsOnly("DOCKER_HOST", "DRYDOCK_LANGUAGE", "HOME", "LANG", "PATH", "PWD", "TMPDIR");
                });
    }

    @Test
    void probeSeesTheMachinesDockerAndFiles() {
        write(machine, "/root/answer", "42");
        output(machine, "tar -C /etc -c hostname | docker import - seen:1");
        Ended ended = run(
                machine,
                "docker image inspect seen:1 >/dev/null && printf 'image ' >&3",
                "machine-file cat /root/answer >&3");
        assertThat(ended).isEqualTo(new Ended(0, "image 42", ""));
    }

    @Test
    void probeWhenItHangsTimesOutAndLeavesNothing() {
        ProbeResult result = machine.probe(limited(Duration.ofSeconds(3), "echo hanging", "sleep 1000 & sleep 1000"));
        assertThat(result)
                .asInstanceOf(InstanceOfAssertFactories.type(TimedOut.class))
                .satisfies(timedOut -> assertThat(timedOut.diagnostics()).isEqualTo("hanging\n"));
        assertThat(room.belongingsOf(machine)).noneMatch(name -> name.contains("probe"));
        try (HostView view = room.hostView(machine)) {
            assertThat(view.countOf("sleep")).isZero();
        }
    }

    @Test
    void probeWhenItWritesTenMegabytesKeepsALittle() {
        Ended ended = run(
                machine,
                "head -c 10000000 /dev/zero | tr '\\0' m >&3",
                "head -c 10000000 /dev/zero | tr '\\0' d",
                "exit 1");
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.message()).hasSize(16 * 1024).containsOnlyOnce("m".repeat(16 * 1024));
        assertThat(ended.diagnostics()).hasSize(64 * 1024);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#!/no/such/interpreter\n", "\u007fELF nonsense", ""})
    void probeWhenItIsNoProgramIsNotStarted(String text) {
        assertThat(machine.probe(Probes.of(text, "en", Map.of(), Patience.GUARD)))
                .asInstanceOf(InstanceOfAssertFactories.type(NotStarted.class))
                .satisfies(result -> assertThat(result.reason()).isNotBlank());
    }

    @Test
    void probeWhenDockerIsStoppedIsUnreachableUntilItIsBack() {
        output(machine, "service docker stop");
        assertThat(machine.probe(script("exit 0"))).isEqualTo(new Unreachable(Missing.DOCKER));
        output(machine, "service docker start");
        machine.start();
        assertThat(machine.probe(script("exit 0"))).isEqualTo(new Ended(0, "", ""));
    }

    @Test
    void probeThatDoesWithoutTheEngineRunsWhenDockerIsStoppedAndHasItWhenNot() {
        Probe probe = Probes.withoutEngine(
                "machine-file cat /etc/hostname >&3", "docker version >/dev/null 2>&1 && printf docker >&3", "exit 0");
        output(machine, "service docker stop");
        assertThat(machine.probe(probe)).isEqualTo(new Ended(0, "lab\n", ""));
        output(machine, "service docker start");
        machine.start();
        assertThat(machine.probe(probe)).isEqualTo(new Ended(0, "lab\ndocker", ""));
    }

    @Test
    void probeWhenTheMachineStandsStillOrIsGoneIsUnreachable() {
        Machine other = room.newMachine();
        other.stop();
        assertThat(other.probe(script("exit 0"))).isEqualTo(new Unreachable(Missing.MACHINE));
        assertThat(other.probe(Probes.withoutEngine("exit 0"))).isEqualTo(new Unreachable(Missing.MACHINE));
        other.remove();
        assertThat(other.probe(script("exit 0"))).isEqualTo(new Unreachable(Missing.MACHINE));
    }

    @Test
    void probeWhenAForkBombHasTakenEveryProcessStillTellsTheTruth() {
        Machine full = room.newMachine(MachineRoom.properties(DataSize.ofMegabytes(768), 256));
        write(full, "/root/evidence", "here");
        try (HostView view = room.hostView(full)) {
            output(
                    full,
                    "setsid perl -e 'while (defined($p = fork)) { $p or sleep 3600 } sleep 3600' >/dev/null 2>&1 &");
            ForkBomb.awaitItsEnd(view, 100);
            assertThat(view.processes().size())
                    .as("processes of a machine that may have 256")
                    .isLessThan(256);
            assertThat(run(full, "machine-file cat /root/evidence >&3")).isEqualTo(new Ended(0, "here", ""));
        } finally {
            full.remove();
        }
    }

    @Test
    void probeWhenMemoryIsShortStillTellsTheTruth() {
        Machine full = room.newMachine(MachineRoom.properties(DataSize.ofMegabytes(256), 512));
        write(full, "/root/evidence", "here");
        try {
            output(
                    full,
                    "setsid sh -c 'while :; do echo x >> /root/rounds; perl -e \"push @a, q(x) x (8<<20) while 1\"; done'"
                            + " >/dev/null 2>&1 &");
            Patience.until("memory has run out", () -> output(full, "grep -c x /root/rounds || true")
                    .matches("[2-9]|\\d\\d+"));
            assertThat(run(full, "machine-file cat /root/evidence >&3")).isEqualTo(new Ended(0, "here", ""));
        } finally {
            full.remove();
        }
    }
}
