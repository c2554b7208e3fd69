package dev.drydock.machine;

import static dev.drydock.machine.MachineAssert.output;
import static dev.drydock.machine.Probes.limited;
import static dev.drydock.machine.Probes.script;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.machine.ProbeResult.Ended;
import dev.drydock.machine.ProbeResult.Missing;
import dev.drydock.machine.ProbeResult.NotStarted;
import dev.drydock.machine.ProbeResult.TimedOut;
import dev.drydock.machine.ProbeResult.Unreachable;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many probes in one place find what each of them would find in a place of its own. */
@Tag("contract")
class ProbePlaceTests {

    @RegisterExtension
    static final MachineRoom room = new MachineRoom();

    private Machine machine;
    private ProbePlace place;

    @BeforeEach
    void open() {
        machine = room.newMachine();
        place = machine.openProbePlace();
    }

    @AfterEach
    void close() {
        place.close();
        assertThat(room.belongingsOf(machine)).noneMatch(name -> name.contains("probe"));
        machine.remove();
    }

    @Test
    void probesSayWhatTheySayElsewhere() {
        String all = "echo \"$DRYDOCK_LANGUAGE $PORT $HOME $PWD\" >&3; docker info --format '{{.Driver}}'; exit 3";
        Probe probe = Probes.of("#!/bin/sh\n" + all + "\n", "ko", Map.of("PORT", "8080"), Patience.GUARD);

        assertThat(place.probe(probe)).isEqualTo(machine.probe(probe)).isInstanceOfSatisfying(Ended.class, ended -> {
            assertThat(ended.exitCode()).isEqualTo(3);
            assertThat(ended.message()).startsWith("ko 8080 ");
        });
        assertThat(place.probe(Probes.of("#!/no/such\n", "en", Map.of(), Patience.GUARD)))
                .isInstanceOf(NotStarted.class);
    }

    @Test
    void probeFindsNothingOfTheOneBefore() {
        String write = "mkdir -p $HOME/.d/e /tmp/f; echo x | tee $HOME/.d/e/g > /tmp/f/h";

        assertThat(place.probe(script(write))).isEqualTo(new Ended(0, "", ""));
        assertThat(place.probe(script("ls -A /tmp >&3; ls -A $HOME | grep -v script >&3; exit 1")))
                .isEqualTo(new Ended(1, "", ""));
    }

    @Test
    void probeThatDoesNotEndIsStoppedAndTheNextOneWorks() {
        assertThat(place.probe(limited(Duration.ofSeconds(2), "sleep 3600"))).isInstanceOf(TimedOut.class);
        try (HostView view = room.hostView(machine)) {
            assertThat(view.countOf("sleep")).isZero();
        }
        assertThat(place.probe(script("exit 0"))).isEqualTo(new Ended(0, "", ""));
    }

    @Test
    void probeWhenDockerOrTheMachineStandsStillIsUnreachable() {
        output(machine, "service docker stop");
        assertThat(place.probe(script("exit 0"))).isEqualTo(new Unreachable(Missing.DOCKER));
        machine.stop();
        assertThat(place.probe(script("exit 0"))).isEqualTo(new Unreachable(Missing.MACHINE));
        machine.start();
        assertThat(place.probe(script("exit 0"))).isEqualTo(new Ended(0, "", ""));
    }
}
