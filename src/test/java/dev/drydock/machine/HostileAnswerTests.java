package dev.drydock.machine;

import static dev.drydock.machine.MachineAssert.output;
import static dev.drydock.machine.MachineAssert.write;
import static dev.drydock.machine.Probes.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.machine.ProbeResult.Ended;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a check asks of the learner's web servers and daemons, when these answer to its harm. */
@Tag("contract")
class HostileAnswerTests {

    @RegisterExtension
    static final MachineRoom room = new MachineRoom();

    private static final String HEAD = "printf 'HTTP/1.1 200 OK\\r\\nConnection: close\\r\\n\\r\\n'";

    private static Machine machine;

    @BeforeAll
    static void start() {
        machine = room.machine();
        // An Engine that is well until it is asked something: then it answers with a file of the learner's.
        serve("UNIX-LISTEN:/run/forged.sock", "forged", """
                read -r method path rest
                %s
                case $path in */_ping) printf OK ;; *) cat /root/answer ;; esac
                """.formatted(HEAD));
        output(machine, "until test -S /run/forged.sock; do sleep 0.05; done");
    }

    @Test
    void machineHttpWhileItAsksIsInvisible() {
        servePort(9001, "read -r line; " + HEAD + "; cat /proc/[0-9]*/comm; cat /proc/[0-9]*/cmdline | tr '\\0' ' '");
        Ended ended = run(machine, "machine-http 9001 /secret-page >&3");
        assertThat(ended.message()).contains("dockerd", "socat").doesNotContain("curl", "machine-http", "secret-page");
    }

    @Test
    void machineHttpRunsNoProgramAndReadsNoFileOfTheLearners() {
        Machine other = room.newMachine();
        write(other, "/root/server", """
                use IO::Socket::INET;
                my $server = IO::Socket::INET->new(Listen => 5, LocalAddr => '127.0.0.1', LocalPort => 9000) or die;
                open(my $ready, '>', '/root/ready'); close $ready;
                while (my $c = $server->accept) { <$c>; print $c "HTTP/1.0 200 OK\\r\\n\\r\\ntrue page"; close $c }
                """);
        output(
                other,
                "printf 'proxy = 127.0.0.1:1\\n' | tee /root/.curlrc > /etc/curlrc; echo '127.0.0.9 localhost' > /etc/hosts;"
                        + " setsid perl /root/server >/dev/null 2>&1 & until test -e /root/ready; do sleep 0.05; done");
        Treason.replaceEveryProgramIn(other);
        Treason.forget(other);
        assertThat(run(other, "machine-http 9000 / >&3")).isEqualTo(new Ended(0, "true page", "200"));
        assertThat(Treason.record(other)).isEmpty();
        other.remove();
    }

    @Test
    void machineHttpWhenTheAnswerNeverEndsStops() {
        servePort(9002, "read -r line; " + HEAD + "; cat /dev/zero");
        Ended ended = run(machine, "machine-http 9002 / > body; echo $? >&3", "[ $(wc -c < body) -le 1048576 ]");
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.message()).isIn("63\n", "28\n");
    }

    @Test
    void machineHttpWhenNobodySaysAnythingStops() {
        servePort(9003, "exec sleep 1000");
        assertThat(run(machine, "machine-http 9003 /; echo $? >&3")).isEqualTo(new Ended(0, "28\n", "000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:9005/", "file:///etc/hostname", "gopher://127.0.0.1:9005/"})
    void machineHttpWhenSentElsewhereDoesNotGo(String elsewhere) {
        servePort(9005, "echo asked >> /root/asked; read -r line; " + HEAD);
        write(machine, "/root/elsewhere", elsewhere);
        servePort(
                9004,
                "read -r line; printf 'HTTP/1.1 302 Found\\r\\nConnection: close\\r\\nLocation: %s\\r\\n\\r\\n' $(cat /root/elsewhere)");
        output(machine, "rm -f /root/asked");
        assertThat(run(machine, "machine-http 9004 / >&3; exit 0")).isEqualTo(new Ended(0, "", "302"));
        output(machine, "! test -e /root/asked");
    }

    @ParameterizedTest
    @CsvSource({
        "a magic link out of the machine, ln -s /proc/1/root/run/forged.sock PATH",
        "a link to itself, ln -s x.sock PATH",
        "a file, touch PATH",
        "a pipe, mkfifo PATH",
        "a socket whose daemon is silent, setsid socat UNIX-LISTEN:/run/x.sock EXEC:'sleep 1000' >/dev/null 2>&1 &",
    })
    void machineEngineRefuses(String what, String make) {
        output(
                machine,
                "rm -f /run/x.sock; " + make.replace("PATH", "/run/x.sock")
                        + "\nuntil test -e /run/x.sock || test -L /run/x.sock; do sleep 0.05; done");
        assertThat(run(machine, "machine-engine /run/x.sock echo started >&3; echo $? >&3"))
                .as(what)
                .isEqualTo(new Ended(0, "69\n", "No Engine answers at /run/x.sock.\n"));
    }

    @Test
    void helperWhenTheEngineNamesACommandShowsItAndDoesNotRunIt() {
        String command = "$(touch run)`touch run`";
        write(machine, "/root/answer", "{\"State\": {\"Status\": \"" + command + "\"}}");
        Ended ended = run(
                machine,
                "trap 'test ! -e /run/check/run || echo run >&2' EXIT",
                ". check.sh",
                "on_engine /run/forged.sock container_stopped web");
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.message()).contains("its state is: $(touch run)`touch r");
        assertThat(ended.diagnostics()).isEmpty();
    }

    @Test
    void helperWhenTheEngineNamesAPathAsIdDoesNotAskForIt() {
        write(machine, "/root/answer", "[{\"Id\": \"../info\", \"Names\": [\"/web\"], \"Image\": \"busybox\"}]");
        Ended ended = run(machine, ". check.sh", "on_engine /run/forged.sock container_exists --name web");
        assertThat(ended.message()).startsWith("Expected a container named “web”, but there is none.");
    }

    @ParameterizedTest
    @CsvSource({
        "no JSON, echo hello",
        "JSON of another form, echo 42",
        "JSON that is cut off, echo '[{'",
        "JSON that is very deep, head -c 100000 /dev/zero | tr '\\0' '['",
        "more than is read, head -c 20000000 /dev/zero | tr '\\0' ' '",
    })
    void helperWhenTheEngineAnswersIsNeverFooledIntoPassing(String what, String make) {
        output(machine, "{ " + make + "; } > /root/answer");
        Ended ended = run(machine, ". check.sh", "on_engine /run/forged.sock container_runs --name web");
        assertThat(ended.exitCode()).as("%s: %s", what, ended).isEqualTo(2);
        assertThat(ended.diagnostics()).contains("Engine");
    }

    private static void servePort(int port, String script) {
        serve("TCP-LISTEN:" + port + ",reuseaddr", "port-" + port, script);
        output(machine, "until grep -qi ':%04X 0*:0000 0A' /proc/net/tcp; do sleep 0.05; done".formatted(port));
    }

    /** Every connection to the address is answered by the script; starting it twice changes the script alone. */
    private static void serve(String address, String name, String script) {
        write(machine, "/root/" + name, "#!/bin/bash\n" + script + "\n");
        output(
                machine,
                ("chmod +x /root/%2$s; if ! pgrep -f 'EXEC:/root/%2$s$' >/dev/null; then"
                                + " setsid socat %1$s,fork EXEC:/root/%2$s >/dev/null 2>&1 & fi")
                        .formatted(address, name));
    }
}
