package dev.drydock.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.machine.ProbeResult.Ended;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every helper of checks on a real machine: when it holds, each way in which it does not, and when an author uses it wrongly. */
@Tag("contract")
class CheckHelpersTests {

    @RegisterExtension
    static final MachineRoom room = new MachineRoom();

    /** What one probe may say is bounded. */
    private static final int LINES_OF_A_PROBE = 10;

    /** Runs each line as a check would, and reports exit code, message and diagnostics. */
    private static final String HEAD = """
            #!/bin/sh
            set -eu
            . check.sh
            exec 4>&3
            report() {
              printf '%s\\036%s\\036%s\\035' "$1" "$(cat "$HOME/said")" "$(cat "$HOME/complained")" >&4
            }
            set +e
            """;

    private static final String LINE = """
            ( set -e
            %s
            ) 3> "$HOME/said" 2> "$HOME/complained"
            report $?
            """;

    private static Machine machine;

    @BeforeAll
    static void prepare() {
        machine = room.machine();
        List.of("busybox", "hello-world", "registry:2").forEach(image -> Learner.load(machine, room.engine(), image));
        ExecResult setup =
                machine.exec(List.of("bash", "-s"), HelperTrial.setup().getBytes(StandardCharsets.UTF_8));
        assertThat(setup.succeeded()).as(setup.toString()).isTrue();
    }

    @TestFactory
    Stream<DynamicContainer> helpersWhenTriedEndAsExpected() {
        return HelperTrial.all().entrySet().stream()
                .map(file -> DynamicContainer.dynamicContainer(file.getKey(), tests(file.getValue())));
    }

    @Test
    void helpersWhenTheMachinesEngineIsStoppedSayHowItIsStarted() {
        Machine other = room.newMachine();
        other.exec(List.of("service", "docker", "stop"), new byte[0]);
        assertThat(withoutEngine(other, "engine_stopped")).isEqualTo(new Ended(0, "", ""));
        for (String helper : List.of("engine_answers", "image_exists busybox", "container_absent web")) {
            Ended ended = withoutEngine(other, helper);
            assertThat(ended.exitCode()).as(helper).isEqualTo(1);
            assertThat(ended.message())
                    .isEqualTo("Expected Docker to answer on your machine, but it does not."
                            + " “service docker start” starts it.");
        }
        other.remove();
    }

    private static Ended withoutEngine(Machine machine, String line) {
        byte[] script = ("#!/bin/sh\nset -eu\n. check.sh\n" + line + "\n").getBytes(StandardCharsets.UTF_8);
        ProbeResult result = machine.probe(new Probe(script, "en", Map.of(), true, Patience.GUARD));
        assertThat(result).isInstanceOf(Ended.class);
        return (Ended) result;
    }

    private static Stream<DynamicTest> tests(List<HelperTrial> trials) {
        return IntStream.iterate(0, start -> start < trials.size(), start -> start + LINES_OF_A_PROBE)
                .mapToObj(start -> trials.subList(start, Math.min(trials.size(), start + LINES_OF_A_PROBE)))
                .flatMap(some -> Stream.of("en", "ko").flatMap(language -> tests(some, language)));
    }

    private static Stream<DynamicTest> tests(List<HelperTrial> trials, String language) {
        List<Ended> ended = run(trials, language);
        return IntStream.range(0, trials.size())
                .mapToObj(at ->
                        DynamicTest.dynamicTest(language + ": " + trials.get(at).call(), () -> assertThat(ended.get(at))
                                .isEqualTo(expected(trials.get(at), language, ended.get(at)))));
    }

    /** A check that tells the learner something may also have written diagnostics; one that is broken must, and says nothing else. */
    private static Ended expected(HelperTrial trial, String language, Ended ended) {
        if (trial.isBroken()) {
            return new Ended(2, "", trial.words("broken"));
        }
        return trial.holds()
                ? new Ended(0, "", ended.diagnostics())
                : new Ended(1, trial.words(language), ended.diagnostics());
    }

    private static List<Ended> run(List<HelperTrial> trials, String language) {
        StringBuilder script = new StringBuilder(HEAD);
        trials.forEach(trial -> script.append(LINE.formatted(trial.call())));
        ProbeResult result =
                machine.probe(Probes.of(script.append("exit 0\n").toString(), language, Map.of(), Patience.GUARD));
        assertThat(result).isInstanceOf(Ended.class);
        List<Ended> ended = new ArrayList<>();
        for (String report : ((Ended) result).message().split("\035")) {
            String[] parts = report.split("\036", -1);
            ended.add(new Ended(Integer.parseInt(parts[0]), parts[1], parts[2]));
        }
        assertThat(ended).as(result.toString()).hasSameSizeAs(trials);
        return ended;
    }
}
