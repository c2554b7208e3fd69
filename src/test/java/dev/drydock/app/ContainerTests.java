package dev.drydock.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.journey.ComposedClassroom;
import dev.drydock.journey.Host;
import dev.drydock.journey.Visitor;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The classroom in a container, started by our compose.yaml, as somebody does who has nothing but an engine. */
@Tag("contract")
class ContainerTests {

    private static final String SOCKET = "/var/run/docker.sock";
    private static final String LESSON = "/courses/docker-basics/lessons/01-first-container";

    private static ComposedClassroom classroom;

    @BeforeAll
    static void start() {
        classroom = ComposedClassroom.start("DRYDOCK_MACHINES_MOST=7");
    }

    @AfterAll
    static void stop() {
        if (classroom != null) {
            classroom.close();
        }
    }

    @Test
    void addressThatIsPrintedSignsInOnceAndTheFirstLessonIsThere() {
        Visitor learner = Visitor.signedIn(classroom.origin(), classroom.printedAddress());

        HttpResponse<String> lesson = learner.get(LESSON);

        assertThat(lesson.statusCode()).isEqualTo(200);
        assertThat(lesson.body()).contains("Your first container", "<lab-terminal", "task-run-hello");
        assertThat(learner.get("/webjars/@xterm/xterm/lib/xterm.mjs").statusCode())
                .isEqualTo(200);
        assertThatThrownBy(() -> Visitor.signedIn(classroom.origin(), classroom.printedAddress()))
                .hasMessageContaining("401");
    }

    @Test
    void addressThatIsAskedForSignsIn() {
        String address = ComposedClassroom.lastAddress(String.join("\n", classroom.inside("drydock", "address")));

        assertThat(address).startsWith(classroom.origin());
        assertThat(Visitor.signedIn(classroom.origin(), address).get(LESSON).statusCode())
                .isEqualTo(200);
    }

    @Test
    void serverHasNoRightsButThoseOfTheSocketsGroup() {
        String group = Host.docker(
                        "run",
                        "--rm",
                        "--network",
                        "none",
                        "-v",
                        SOCKET + ":/s",
                        "--entrypoint",
                        "stat",
                        ComposedClassroom.IMAGE,
                        "-c",
                        "%g",
                        "/s")
                .getFirst();

        assertThat(classroom.inside("sh", "-c", "cat /proc/$(pidof java)/status"))
                .contains("Uid:\t10001\t10001\t10001\t10001", "Gid:\t10001\t10001\t10001\t10001")
                .contains("Groups:\t" + group + " ", "NoNewPrivs:\t1")
                .contains("CapInh:\t0000000000000000", "CapPrm:\t0000000000000000", "CapAmb:\t0000000000000000");
        assertThat(classroom.inside("sh", "-c", "for d in / /opt/drydock /etc; do touch $d/new 2>&1 || true; done"))
                .hasSize(3)
                .allMatch(line -> line.endsWith("Read-only file system"));
    }

    @Test
    void settingsOfTheEnvironmentFileReachTheServerAndItSeesTheEnginesDisk() {
        String environment = "tr '\\0' '\\n' < /proc/$(pidof java)/environ";
        assertThat(classroom.compose("exec", "-T", "--user", "10001:10001", "app", "sh", "-c", environment))
                .contains("DRYDOCK_MACHINES_MOST=7");
        assertThat(classroom.logs()).contains("Started Drydock").doesNotContain("cannot be seen from here");
    }

    @Test
    void instanceThatIsToldIsThatOfTheMirrorBeside() {
        Host.docker(
                "inspect", "drydock-" + classroom.inside("drydock", "instance").getFirst() + "-mirror");
    }

    @Test
    void backupWhileTheServerRunsIsAFileThatRestoreTakesOnlyWithoutAServer() {
        assertThat(String.join("", classroom.inside("drydock", "backup")))
                .contains("drydock-backup.properties", "drydock.db", "instance");
        assertThatThrownBy(() -> classroom.inside("sh", "-c", "drydock backup 2>/dev/null | drydock restore"))
                .hasMessageContaining("in use by another Drydock server");
    }

    @Test
    void imageHoldsNobodysData() {
        assertThat(Host.docker(
                        "run",
                        "--rm",
                        "--network",
                        "none",
                        "--entrypoint",
                        "ls",
                        ComposedClassroom.IMAGE,
                        "-A",
                        "/var/lib/drydock"))
                .isEmpty();
        assertThat(Host.docker(
                        "image", "inspect", "-f", "{{range .Config.Env}}{{println .}}{{end}}", ComposedClassroom.IMAGE))
                .map(variable -> variable.replaceFirst("=.*", ""))
                .filteredOn(name -> !name.isEmpty())
                .containsExactlyInAnyOrder(
                        "PATH",
                        "DEBIAN_FRONTEND",
                        "LANG",
                        "SERVER_ADDRESS",
                        "SERVER_PORT",
                        "DRYDOCK_DATA",
                        "DRYDOCK_LESSONS",
                        "DRYDOCK_ENGINE_DATAROOT");
    }

    @Test
    void startWhenTheSocketIsNotMountedSaysHow() {
        assertThatThrownBy(() -> run(List.of()))
                .hasMessageContaining("there is no engine's socket at /var/run/docker.sock")
                .hasMessageContaining("-v /var/run/docker.sock:");
    }

    @Test
    void startWhenItsUserMayNotUseTheSocketNamesTheGroup() {
        assertThatThrownBy(() -> run(List.of("-v", SOCKET + ":" + SOCKET, "--user", "10001:10001")))
                .hasMessageContaining("may not use the engine's socket")
                .hasMessageContaining("--group-add");
    }

    @Test
    void startWhenTheDataDirectoryIsSomebodyElsesSaysWhoNeedsIt() {
        assertThatThrownBy(() -> run(List.of("-v", SOCKET + ":" + SOCKET, "--tmpfs", "/var/lib/drydock:mode=700")))
                .hasMessageContaining("user 10001 may not write the data directory /var/lib/drydock")
                .hasMessageContaining("chown -R 10001:10001");
    }

    @Test
    void commandThatIsUnknownNamesThoseThatThereAre() {
        assertThatThrownBy(() -> run(List.of(), "begin"))
                .hasMessageContaining("there is no command 'begin'")
                .hasMessageContaining("serve, address, instance, health, backup, restore, lesson");
    }

    @Test
    void lessonsAreLintedInTheContainer() {
        assertThat(Host.docker("run", "--rm", "--network", "none", ComposedClassroom.IMAGE, "lesson", "lint"))
                .anyMatch(line -> line.endsWith("lessons, no problems"));
    }

    private static void run(List<String> options, String... command) {
        List<String> all = new ArrayList<>(List.of("run", "--rm", "--network", "none"));
        all.addAll(options);
        // One that starts all the same would never end.
        all.addAll(List.of("--entrypoint", "timeout", ComposedClassroom.IMAGE, "30", "drydock"));
        all.addAll(List.of(command));
        Host.docker(all.toArray(String[]::new));
    }
}
