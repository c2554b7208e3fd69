package dev.drydock.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drydock.journey.Classroom;
import dev.drydock.journey.Host;
import dev.drydock.journey.OwnEngine;
import dev.drydock.journey.Patience;
import dev.drydock.journey.Visitor;
import dev.drydock.rehearsal.Leaks;
import dev.drydock.terminal.Seat;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The container engine is started again, killed and frozen under a learner at a terminal: they are told, find their files and their progress, and
 * nothing is left over.
 */
@Tag("contract")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EngineRestartTests {

    private static final String LESSON = "/courses/trouble/lessons/01-checks";
    private static final String TASKS = LESSON + "/tasks/";
    private static final String NOTE = "work-of-mine";
    private static final String CANNOT_BE_REACHED = "unreachable: Your machine cannot be reached right now.";

    private static OwnEngine engine;
    private static Classroom classroom;
    private static Visitor learner;
    private static String machine;
    private static Leaks leaks;

    @BeforeAll
    static void open() throws IOException {
        assumeTrue(OwnEngine.isPossible(), "an engine of a test's own takes root and dockerd");
        engine = OwnEngine.with(Host.image("DRYDOCK_MACHINE_IMAGE", "drydock/machine:dev"));
        classroom = Classroom.on(engine);
        TroubleCourse.write(classroom.lessons().resolve("trouble"));
        learner = Visitor.signedIn(classroom);
        Patience.until("the course is shown", () -> learner.get(LESSON).statusCode() == 200);
        try (Seat seat = Seat.take(learner, "main")) {
            seat.run("echo " + NOTE + " > ~/note; sync");
        }
        learner.post(LESSON, TASKS + "first-only/check");
        machine = classroom.host().machine();
        leaks = Leaks.countedIn(classroom);
    }

    @AfterAll
    static void close() {
        if (classroom != null) {
            classroom.close();
        }
        if (engine != null) {
            engine.close();
        }
    }

    @BeforeEach
    void progressIsThere() {
        engine.startUnlessItRuns();
        assertThat(page()).contains("id=\"task-first-only\" data-state=\"passed\"");
    }

    @Test
    @Order(1)
    void engineThatIsStartedAgainEndsTheShellAndKeepsTheFiles() {
        try (Seat seat = Seat.take(learner, "main")) {
            engine.stop();
            assertThat(seat.awaitFarewell()).matches("exited|stopped: .*|unreachable: .*");
            assertEverythingButTheMachineGoesOn(seat);
            engine.start(false);
            assertAnotherShellWithTheFiles(seat);
        }
        leaks.assertNone();
    }

    @Test
    @Order(2)
    void engineThatIsKilledEndsTheShellAndKeepsTheFiles() {
        try (Seat seat = Seat.take(learner, "main")) {
            engine.kill();
            assertThat(seat.awaitFarewell()).startsWith(CANNOT_BE_REACHED);
            assertEverythingButTheMachineGoesOn(seat);
            engine.start(false);
            assertAnotherShellWithTheFiles(seat);
        }
        leaks.assertNone();
    }

    @Test
    @Order(3)
    void engineThatKeepsContainersAliveKeepsTheShell() {
        engine.stop();
        engine.start(true);
        try (Seat seat = Seat.take(learner, "main")) {
            for (boolean killed : new boolean[] {false, true}) {
                String shell = seat.run("echo $$");
                seat.type("for i in 1 2 3 4 5 6 7 8 9; do sleep 0.4; echo line-$i; done\n");
                seat.awaitOutput("line-1");
                if (killed) {
                    engine.kill();
                } else {
                    engine.stop();
                }
                // An engine that is about to end may still say that the machine runs.
                assertThat(seat.awaitFarewell()).matches("(unreachable|starting): Your machine .*");
                engine.start(true);
                seat.comeBack();
                seat.awaitOutput("line-9");
                assertThat(seat.run("echo $$")).isEqualTo(shell);
            }
        }
        assertThat(classroom.host().machine()).isEqualTo(machine);
        leaks.assertNone();
    }

    @Test
    @Order(4)
    void engineThatIsFrozenForAWhileLosesNothing() {
        try (Seat seat = Seat.take(learner, "main")) {
            String shell = seat.run("echo $$");
            engine.freeze();
            try {
                seat.type("echo typed-$((6*7))\n");
                assertThat(learner.get(LESSON).statusCode()).isEqualTo(200);
            } finally {
                engine.thaw();
            }
            seat.awaitOutput("typed-42");
            assertThat(seat.run("echo $$")).isEqualTo(shell);
        }
        leaks.assertNone();
    }

    @Test
    @Order(5)
    void engineThatIsKilledDuringACheckTakesNoProgressAndLeavesNothing() {
        Thread check = Thread.ofVirtual().start(() -> learner.post(LESSON, TASKS + "hangs/check"));
        Patience.until("the check runs", () -> classroom.host().hasProbe());
        engine.kill();
        Patience.until("the check has ended", () -> !check.isAlive());
        assertThat(page()).contains("id=\"task-hangs\" data-state=\"unreachable\"");
        engine.start(true);
        Patience.until("the engine is asked again", () -> learner.get(LESSON).statusCode() == 200);
        leaks.assertNone();
    }

    private static void assertEverythingButTheMachineGoesOn(Seat seat) {
        assertThat(seat.knock()).startsWith(CANNOT_BE_REACHED);
        assertThat(learner.post(LESSON, TASKS + "not-yet/check").statusCode()).isIn(302, 303);
        assertThat(page())
                .contains(
                        "id=\"task-first-only\" data-state=\"passed\"",
                        "id=\"task-not-yet\" data-state=\"unreachable\"")
                .contains("Your machine does not answer. Nothing was checked.");
    }

    private static void assertAnotherShellWithTheFiles(Seat seat) {
        long before = seat.shell();
        List<String> told = seat.comeBack();
        assertThat(told).anyMatch(words -> words.startsWith("starting: Your machine is starting"));
        assertThat(seat.shell()).isNotEqualTo(before);
        assertThat(seat.run("cat ~/note")).isEqualTo(NOTE);
        assertThat(classroom.host().machine()).isEqualTo(machine);
        learner.post(LESSON, TASKS + "not-yet/check");
        assertThat(page()).contains("id=\"task-not-yet\" data-state=\"not-yet\"");
    }

    private static String page() {
        return learner.get(LESSON).body();
    }
}
