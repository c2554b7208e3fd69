package dev.drydock.machine;

import static dev.drydock.machine.MachineAssert.assertThat;
import static dev.drydock.machine.MachineAssert.output;
import static dev.drydock.machine.MachineAssert.write;
import static dev.drydock.machine.Probes.run;
import static dev.drydock.machine.Probes.script;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.machine.ProbeResult.Ended;
import dev.drydock.machine.ProbeResult.Missing;
import dev.drydock.machine.ProbeResult.Unreachable;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Probes against learners who are root, own every program in their machine, and want another verdict. */
@Tag("contract")
class HostileProbeTests {

    @RegisterExtension
    static final MachineRoom room = new MachineRoom();

    private static Machine machine;

    @BeforeAll
    static void start() {
        machine = room.machine();
    }

    @Test
    void learnerSeesNoProcessOfAProbeThatRuns() throws Exception {
        CompletableFuture<ProbeResult> probe = startedProbe(machine, "/root/go-1", "no matter");
        assertThat(output(machine, "cat /proc/[0-9]*/comm 2>/dev/null").lines())
                .contains("dockerd")
                .doesNotContain("script", "machine-enter", "check", "machine-file");
        assertThat(passes(probe, machine, "/root/go-1")).isTrue();
    }

    @Test
    void learnerFindsNoTextOfAProbeThatRuns() throws Exception {
        String secret = "secret-" + UUID.randomUUID();
        CompletableFuture<ProbeResult> probe = startedProbe(machine, "/root/go-2", secret);
        // The search must not find itself.
        String pattern = "[s]" + secret.substring(1);
        assertThat(machine)
                .says(
                        "",
                        "grep -al '%s' /proc/[0-9]*/cmdline /proc/[0-9]*/environ 2>/dev/null; true".formatted(pattern))
                .says(
                        "",
                        "find / /run /tmp /dev /dev/shm /var/lib/docker -xdev -type f -mmin -5 -exec grep -D skip -al '%s' {} + 2>/dev/null; true"
                                .formatted(pattern));
        assertThat(passes(probe, machine, "/root/go-2")).isTrue();
    }

    @Test
    void learnerWhoKillsEverythingDoesNotKillAProbe() throws Exception {
        Machine other = room.newMachine();
        CompletableFuture<ProbeResult> probe = startedProbe(other, "/root/go", "no matter");
        other.exec(List.of("perl", "-e", "kill 9, -1; for (2 .. 40000) { kill 9, $_ if $_ != $$ }"), new byte[0]);
        assertThat(passes(probe, other, "/root/go")).isTrue();
        other.remove();
    }

    @Test
    void learnerWhoReplacesEveryProgramChangesNoVerdict() {
        Machine other = room.newMachine();
        assertThat(run(other, "docker image inspect no-such-image >/dev/null 2>&1")
                        .exitCode())
                .isEqualTo(1);
        Treason.replaceEveryProgramIn(other);
        assertThat(run(other, "docker image inspect no-such-image >/dev/null 2>&1")
                        .exitCode())
                .isEqualTo(1);
        assertThat(run(other, "docker version >/dev/null && machine-file stat /root/p | cut -d' ' -f1 >&3"))
                .isEqualTo(new Ended(0, "file\n", ""));
        other.remove();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/proc/1/root/run/real.sock", "/proc/self/root/run/real.sock", "/dev/null", "/etc", "/nowhere"})
    void dockerSockWhenItIsALinkToElsewhereIsNotFollowed(String target) {
        output(machine, "mv /run/docker.sock /run/real.sock; ln -s " + target + " /run/docker.sock");
        try {
            assertThat(machine.probe(script("exit 0"))).isEqualTo(new Unreachable(Missing.DOCKER));
            assertThat(machine.probe(Probes.withoutEngine("docker version >/dev/null 2>&1; printf $? >&3")))
                    .isEqualTo(new Ended(0, "1", ""));
        } finally {
            output(machine, "rm /run/docker.sock; mv /run/real.sock /run/docker.sock");
        }
    }

    @Test
    void dockerSockWhenItIsALinkInsideTheMachineIsFollowedThere() {
        output(machine, "mv /run/docker.sock /run/real.sock; ln -s /../../run/real.sock /run/docker.sock");
        try {
            assertThat(machine.probe(script("exit 0"))).isEqualTo(new Ended(0, "", ""));
        } finally {
            output(machine, "rm /run/docker.sock; mv /run/real.sock /run/docker.sock");
        }
    }

    @Test
    void runWhenItIsReplacedIsNotFollowedOutOfTheMachine() {
        Machine other = room.newMachine();
        output(other, "mkdir /elsewhere; mount --move /run /elsewhere; rmdir /run; ln -s /proc/1/root/elsewhere /run");
        assertThat(other.probe(script("exit 0"))).isEqualTo(new Unreachable(Missing.DOCKER));
        output(other, "rm /run; ln -s /elsewhere /run");
        assertThat(other.probe(script("exit 0"))).isEqualTo(new Ended(0, "", ""));
        other.remove();
    }

    @Test
    void dockerSockWhenSomebodySilentListensIsUnreachable() {
        Machine other = room.newMachine();
        output(
                other,
                "mv /run/docker.sock /run/real.sock; setsid socat UNIX-LISTEN:/run/docker.sock,fork EXEC:'sleep 1000'"
                        + " >/dev/null 2>&1 & until test -S /run/docker.sock; do sleep 0.05; done");
        assertThat(other.probe(script("exit 0"))).isEqualTo(new Unreachable(Missing.DOCKER));
        assertThat(other.probe(Probes.withoutEngine("docker version >/dev/null 2>&1; printf $? >&3")))
                .isEqualTo(new Ended(0, "1", ""));
        other.remove();
    }

    @ParameterizedTest
    @CsvSource({
        "an absolute link, ln -s /etc/shadow X",
        "a link with dots, ln -s ../../../../../../../etc/shadow X",
        "a link to a link, 'ln -s /etc/shadow /root/step; ln -s /root/step X'",
        "a directory that is a link, 'ln -s /etc /root/dir; ln -s /root/dir/shadow X'",
    })
    void machineFileFollowsLinksInsideTheMachineOnly(String what, String make) {
        output(
                machine,
                "rm -rf /root/x /root/step /root/dir; echo mine > /etc/shadow; " + make.replace("X", "/root/x"));
        assertThat(run(machine, "machine-file cat /root/x >&3").message())
                .as(what)
                .isEqualTo("mine\n");
    }

    @ParameterizedTest
    @CsvSource({
        "a magic link to a root, ln -s /proc/1/root/etc/hostname X",
        "a magic link to a file, ln -s /proc/self/fd/0 X",
        "a magic link to a directory, ln -s /proc/1/cwd/etc/hostname X",
        "a pipe that nobody writes to, mkfifo X",
        "an endless device, ln -s /dev/zero X",
        "a terminal, ln -s /dev/tty X",
        "a directory, mkdir X",
        "a huge file, truncate -s 100G X",
        "a socket, ln -s /run/docker.sock X",
        "a link to itself, ln -s x X",
    })
    void machineFileRefuses(String what, String make) {
        output(machine, "rm -rf /root/x; " + make.replace("X", "/root/x"));
        Ended ended = run(machine, "machine-file cat /root/x >&3");
        assertThat(ended.exitCode()).as(what).isEqualTo(1);
        assertThat(ended.message()).isEmpty();
        assertThat(ended.diagnostics()).contains("/root/x");
    }

    @Test
    void messageOfEvidenceIsNeverRun() {
        write(machine, "/root/evidence", "$(echo run) `echo run` '; exit 0; '\n");
        Ended ended = run(machine, ". check.sh", "not_yet \"$(machine-file cat /root/evidence)\"");
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.message()).isEqualTo("$(echo run) `echo run` '; exit 0; '");
    }

    private static CompletableFuture<ProbeResult> startedProbe(Machine machine, String file, String secret) {
        CompletableFuture<ProbeResult> probe = Probes.waitingFor(machine, file, secret);
        try (HostView view = room.hostView(machine)) {
            Patience.until("the probe runs", () -> view.countOf("script") == 1);
        }
        return probe;
    }

    private static boolean passes(CompletableFuture<ProbeResult> probe, Machine machine, String file) throws Exception {
        assertThat(probe).isNotDone();
        write(machine, file, "go");
        return probe.get().equals(new Ended(0, "true", ""));
    }
}
