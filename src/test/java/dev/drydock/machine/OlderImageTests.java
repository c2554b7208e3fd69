package dev.drydock.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** An upgrade: the image's name goes on to another image, while machines of the one before are there. */
@Tag("contract")
class OlderImageTests {

    @RegisterExtension
    static final MachineRoom ROOM = new MachineRoom();

    private static final String NAME = "drydock/machine-upgrade:" + ROOM.instance();
    private static final Owner ADA = new Owner("ada");

    @AfterAll
    static void removeImages() {
        HostDocker.run("rmi", "-f", NAME);
    }

    @Test
    void machineWhenItsImageIsReplacedGoesOnWithItsOwnAndSparesDoNot(@TempDir Path empty) throws IOException {
        HostDocker.run("tag", MachineRoom.machineImage(), NAME);
        Machines before = new Machines(runtime(), owner -> true);
        Machine machine = before.open(ADA);
        MachineId spare = runtime().create().id();
        assertThat(runtime().census()).isEqualTo(new Census(1, 0, 0, 1, 0));

        // The new one cannot check anything: what checks, is of the old one.
        Path recipe = Files.writeString(
                empty.resolve("Dockerfile"),
                "FROM " + MachineRoom.machineImage() + "\nENTRYPOINT [\"/no/such/program\"]\nLABEL newer=yes\n"
                        + "COPY Dockerfile /usr/bin/machine-enter\n");
        HostDocker.run("build", "-q", "-t", NAME, "-f", recipe.toString(), empty.toString());

        assertThat(runtime().census()).isEqualTo(new Census(1, 0, 0, 0, 1));
        Machines after = new Machines(runtime(), owner -> true);
        Machine found = after.open(ADA);
        assertThat(found.id()).isEqualTo(machine.id());
        assertThat(found.exec(List.of("true"), new byte[0]).exitCode()).isZero();
        assertThat(found.probe(check("exit 0")))
                .isInstanceOfSatisfying(ProbeResult.Ended.class, ended -> assertThat(ended.exitCode())
                        .isZero());
        assertThat(runtime().spares()).isEmpty();
        assertThat(ROOM.belongings()).noneMatch(name -> name.contains(spare.value()));
    }

    private static Probe check(String script) {
        return new Probe(
                ("#!/bin/sh\n" + script + "\n").getBytes(StandardCharsets.UTF_8),
                "en",
                Map.of(),
                true,
                Duration.ofSeconds(20));
    }

    private static MachineRuntime runtime() {
        MachineProperties usual = MachineRoom.USUAL;
        return ROOM.runtime(new MachineProperties(
                NAME, usual.memory(), usual.cpus(), usual.processes(), usual.disk(), usual.apparmor()));
    }
}
