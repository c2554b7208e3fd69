package dev.drydock.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drydock.journey.Classroom;
import dev.drydock.journey.Host;
import dev.drydock.journey.Patience;
import dev.drydock.journey.SmallDisk;
import dev.drydock.journey.Visitor;
import dev.drydock.rehearsal.Leaks;
import dev.drydock.terminal.Seat;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What somebody does to a classroom behind its back: its learner is told, keeps all progress, and nothing is left over. */
@Tag("contract")
class ReconciliationTests {

    private static final String LESSON = "/courses/trouble/lessons/01-checks";
    private static final String TASKS = LESSON + "/tasks/";
    private static final int ROUNDS = 3;

    private static SmallDisk disk;
    private static Classroom classroom;
    private static Visitor learner;

    private final List<String> strangers = new ArrayList<>();

    @BeforeAll
    static void open() throws IOException {
        assumeTrue(SmallDisk.isPossible(), "a small disk takes root");
        disk = SmallDisk.mount(8);
        classroom = Classroom.keepingDataIn(disk.directory());
        TroubleCourse.write(classroom.lessons().resolve("trouble"));
        learner = Visitor.signedIn(classroom);
        Patience.until("the course is shown", () -> learner.get(LESSON).statusCode() == 200);
        TroubleCourse.haveAMachine(learner);
        learner.post(LESSON, TASKS + "first-only/check");
    }

    @AfterAll
    static void close() {
        if (classroom != null) {
            classroom.close();
        }
        if (disk != null) {
            disk.close();
        }
    }

    @BeforeEach
    @AfterEach
    void progressIsThere() {
        assertThat(page()).contains("id=\"task-first-only\" data-state=\"passed\"");
    }

    @AfterEach
    void removeStrangers() {
        strangers.forEach(name -> Host.docker("rm", "-f", name));
    }

    @Test
    void machineThatIsRemovedByHandIsFollowedByAnotherAndNothingIsLeftOver() {
        try (Seat seat = Seat.take(learner, "main")) {
            assertThat(seat.run("echo here")).isEqualTo("here");
        }
        Leaks leaks = Leaks.countedIn(classroom);
        for (int round = 0; round < ROUNDS; round++) {
            try (Seat seat = Seat.take(learner, "main")) {
                String removed = classroom.host().machine();
                Host.docker("rm", "--force", removed);
                if (round > 0) {
                    volumes().forEach(volume -> Host.docker("volume", "rm", volume));
                }
                assertThat(seat.awaitFarewell()).matches("(stopped|starting): Your machine .*");
                assertThat(seat.comeBack())
                        .contains("stopped: Your machine is gone, and what was in it. A new one is starting…");
                assertThat(seat.run("docker ps --quiet && echo docker answers")).isEqualTo("docker answers");
                assertThat(classroom.host().machine()).isNotEqualTo(removed);
            }
            assertThat(volumes()).hasSize(1);
        }
        leaks.assertNone();
    }

    @Test
    void checkWhenTheMachineWasRemovedByHandSaysSoAndTheButtonMakesAnother() {
        TroubleCourse.haveAMachine(learner);
        Host.docker("rm", "--force", classroom.host().machine());

        learner.post(LESSON, TASKS + "not-yet/check");
        assertThat(page())
                .contains("id=\"task-not-yet\" data-state=\"unreachable\"")
                .contains("Your machine does not answer. Nothing was checked.");
        learner.post(LESSON, TASKS + "not-yet/start");
        assertThat(page()).contains("id=\"task-not-yet\" data-state=\"not-yet\"");
    }

    @Test
    void machineThatIsStoppedByHandStartsAgainWithItsFiles() {
        try (Seat seat = Seat.take(learner, "main")) {
            seat.run("echo work-of-mine > ~/note; sync");
            String machine = classroom.host().machine();
            Host.docker("stop", machine);
            assertThat(seat.awaitFarewell()).matches("exited|stopped: Your machine has stopped.*");
            assertThat(seat.comeBack()).contains("starting: Your machine is starting…");
            assertThat(seat.run("cat ~/note")).isEqualTo("work-of-mine");
            assertThat(classroom.host().machine()).isEqualTo(machine);
        }
    }

    @Test
    void containersThatAreNotOursAreLeftAlone() {
        TroubleCourse.haveAMachine(learner);
        String machine = classroom.host().machine();
        String ours = "drydock-" + classroom.instance() + "-";
        stranger(ours + "0123456789ab");
        stranger(ours + "0123456789ac.nobody", "dev.drydock.instance=0e57e57e57e5", "dev.drydock.role=machine");
        // As from a snapshot of the machine, which has all its labels.
        stranger("snapshot-" + classroom.instance(), labelsOf(machine));

        classroom.kill();
        classroom.startAgain();

        try (Seat seat = Seat.take(learner, "main")) {
            assertThat(seat.run("docker ps --quiet && echo docker answers")).isEqualTo("docker answers");
        }
        assertThat(Host.docker("inspect", "--format", "{{.State.Running}}", machine))
                .containsExactly("true");
        assertThat(strangers).allSatisfy(name -> assertThat(Host.docker("ps", "-aq", "--filter", "name=" + name))
                .hasSize(1));
    }

    @Test
    void hostThatLosesItsPowerFindsEverythingAgain() {
        try (Seat seat = Seat.take(learner, "main")) {
            seat.run("echo work-of-mine > ~/note; sync");
            String machine = classroom.host().machine();
            Leaks leaks = Leaks.countedIn(classroom);

            classroom.kill();
            classroom.host().killContainers();
            classroom.startAgain();

            assertThat(seat.comeBack()).contains("starting: Your machine is starting…");
            assertThat(seat.run("cat ~/note")).isEqualTo("work-of-mine");
            assertThat(classroom.host().machine()).isEqualTo(machine);
            Patience.until("the mirror is back", () -> running("mirror") == 1);
            leaks.assertNone();
        }
    }

    @Test
    void mirrorThatIsRemovedByHandComesBack() {
        Patience.until("the mirror is there", () -> running("mirror") == 1);
        Host.docker("rm", "--force", "drydock-" + classroom.instance() + "-mirror");
        Patience.until("the mirror is back", () -> running("mirror") == 1);
    }

    @Test
    void resultThatTheFullDiskDoesNotTakeIsNotLostSilently() {
        TroubleCourse.haveAMachine(learner);
        disk.fill();
        HttpResponse<String> answer;
        HttpResponse<String> fragment;
        try {
            answer = learner.post(LESSON, TASKS + "not-yet/check");
            fragment = learner.post(LESSON, TASKS + "not-yet/check", "X-Drydock-Fragment", "task-card");
            assertThat(learner.get(LESSON).statusCode()).isEqualTo(200);
            assertThat(learner.get("/courses").statusCode()).isEqualTo(200);
        } finally {
            disk.clear();
        }
        assertThat(answer.statusCode()).isEqualTo(507);
        assertThat(answer.body()).contains("The server’s disk is full, so what you just did could not be kept.");
        assertThat(fragment.statusCode()).isEqualTo(507);
        assertThat(classroom.log()).contains("Make room on its disk.");

        learner.post(LESSON, TASKS + "silent/check");
        assertThat(page()).contains("id=\"task-silent\" data-state=\"broken\"");
    }

    private void stranger(String name, String... labels) {
        List<String> command = new ArrayList<>(List.of("create", "--name", name));
        for (String label : labels) {
            command.addAll(List.of("--label", label));
        }
        command.addAll(List.of("--entrypoint", "true", Host.image("DRYDOCK_MACHINE_IMAGE", "drydock/machine:dev")));
        Host.docker(command.toArray(String[]::new));
        strangers.add(name);
    }

    private static String[] labelsOf(String container) {
        return Host.docker(
                        "inspect",
                        "--format",
                        "{{range $name, $value := .Config.Labels}}{{$name}}={{$value}}{{\"\\n\"}}{{end}}",
                        container)
                .stream()
                .filter(line -> !line.isBlank())
                .toArray(String[]::new);
    }

    private static List<String> volumes() {
        return Host.docker(
                "volume",
                "ls",
                "-q",
                "--filter",
                "label=dev.drydock.instance=" + classroom.instance(),
                "--filter",
                "label=dev.drydock.role=machine");
    }

    private static int running(String role) {
        return Host.docker(
                        "ps",
                        "-q",
                        "--filter",
                        "label=dev.drydock.instance=" + classroom.instance(),
                        "--filter",
                        "label=dev.drydock.role=" + role)
                .size();
    }

    private static String page() {
        return learner.get(LESSON).body();
    }
}
