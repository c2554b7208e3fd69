package dev.drydock.machine;

import static dev.drydock.machine.MachineAssert.assertThat;
import static dev.drydock.machine.MachineAssert.output;
import static dev.drydock.machine.MachineAssert.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every way to run machines must do. */
abstract class MachineContract {

    private static final Owner ADA = new Owner("ada");
    private static final Owner BOB = new Owner("bob");
    private static final Owners EVERYBODY = owner -> true;

    /** The runtime of an instance that exists for this test class; a new object each time, as after a restart of the server. */
    abstract MachineRuntime runtime();

    /** The same on another instance that runs beside it. */
    abstract MachineRuntime neighbour();

    /** The same, with nothing to make machines from. */
    abstract MachineRuntime withoutImage();

    /** Removes a machine without asking Drydock. */
    abstract void removeBehindOurBack(Machine machine);

    /** The names of all that is kept for a machine. */
    abstract List<String> belongingsOf(Machine machine);

    /** Leaves what a server leaves that is killed in the middle of its work; returns the names. */
    abstract List<String> leaveHalfMade();

    /** The names of everything that belongs to the instance. */
    abstract List<String> belongings();

    /** What the kernel counts a machine's processes under. */
    abstract String hostIdentityOf(Machine machine);

    private final Machines machines = new Machines(runtime(), EVERYBODY);

    @Test
    void openGivesAMachineWhoseDockerAnswers() {
        Machine machine = machines.open(ADA);
        assertThat(machine.owner()).isEqualTo(ADA);
        assertThat(machine.state()).isEqualTo(Machine.State.RUNNING);
        assertThat(machine).can("docker version");
    }

    @Test
    void openWhenAskedAgainGivesTheSame() {
        assertThat(machines.open(ADA).id()).isEqualTo(machines.open(ADA).id());
        assertThat(machines.find(ADA))
                .map(Machine::id)
                .contains(machines.open(ADA).id());
    }

    @Test
    void openWhenManyAskAtOnceMakesOne() throws Exception {
        Owner owner = new Owner("crowd");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<MachineId>> all = Stream.<Callable<MachineId>>generate(
                            () -> () -> machines.open(owner).id())
                    .limit(12)
                    .toList();
            Set<MachineId> ids = new HashSet<>();
            for (var asked : threads.invokeAll(all)) {
                ids.add(asked.get());
            }
            assertThat(ids).hasSize(1);
        }
        assertThat(runtime().existing())
                .filteredOn(machine -> machine.owner().equals(owner))
                .hasSize(1);
        machines.remove(owner);
    }

    @Test
    void execTellsExitCodeAndBothOutputs() {
        ExecResult result =
                machines.open(ADA).exec(List.of("sh", "-c", "echo 한글; printf 'less\\n' >&2; exit 7"), new byte[0]);
        assertThat(result).isEqualTo(new ExecResult(7, "한글\n", "less\n"));
    }

    @Test
    void execWhenThereIsNoSuchProgramSays127() {
        ExecResult result = machines.open(ADA).exec(List.of("no-such-program"), new byte[0]);
        assertThat(result.exitCode()).isEqualTo(127);
        assertThat(result.stderr()).contains("no-such-program");
    }

    @Test
    void execPassesInputOnExactly() {
        byte[] input = new byte[256];
        for (int i = 0; i < input.length; i++) {
            input[i] = (byte) i;
        }
        ExecResult result = machines.open(ADA).exec(List.of("od", "-An", "-v", "-tu1", "-w256"), input);
        assertThat(result.stdout().strip().split("\\s+"))
                .containsExactly(Stream.iterate(0, i -> i + 1)
                        .limit(256)
                        .map(String::valueOf)
                        .toArray(String[]::new));
    }

    @Test
    void execWhenInputAndOutputAreLargerThanAnyPipeStillEnds() {
        byte[] input = "0123456789abcde\n".repeat(512 * 1024).getBytes(StandardCharsets.US_ASCII);
        ExecResult result = machines.open(ADA).exec(List.of("cat"), input);
        assertThat(result.exitCode()).isZero();
        assertThat(result.stdout()).hasSize(1024 * 1024);
    }

    @Test
    void execWhenNobodyReadsTheInputStillTellsTheExitCode() {
        ExecResult result = machines.open(ADA).exec(List.of("false"), new byte[4 * 1024 * 1024]);
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void execWhenOutputIsEndlessKeepsOneMebibyte() {
        ExecResult result = machines.open(ADA).exec(List.of("head", "-c", "5000000", "/dev/zero"), new byte[0]);
        assertThat(result.exitCode()).isZero();
        assertThat(result.stdout()).hasSize(1024 * 1024);
    }

    @Test
    void openWhenStoppedKeepsFilesAndImagesAndStartsDockerAgain() {
        Machine machine = machines.open(BOB);
        write(machine, "/root/note", "kept");
        output(machine, "tar -C /etc -c hostname | docker import - kept:1");
        machine.stop();
        assertThat(machine.state()).isEqualTo(Machine.State.STOPPED);
        assertThat(machines.open(BOB).id()).isEqualTo(machine.id());
        assertThat(machine).says("kept", "cat /root/note").can("docker image inspect kept:1");
    }

    @Test
    void startWhenItRunsAlreadyLeavesItAsItIs() {
        Machine machine = machines.open(ADA);
        String init = output(machine, "stat -c %Y /proc/1");
        machine.start();
        assertThat(machine).says(init, "stat -c %Y /proc/1");
    }

    @Test
    void removeLeavesNothing() {
        Owner owner = new Owner("leaver");
        Machine machine = machines.open(owner);
        assertThat(belongingsOf(machine)).isNotEmpty();
        machines.remove(owner);
        assertThat(machine.state()).isEqualTo(Machine.State.GONE);
        assertThat(belongingsOf(machine)).isEmpty();
        assertThat(machines.find(owner)).isEmpty();
        machine.remove();
    }

    @Test
    void replaceGivesAMachineThatWasBroughtIntoShapeAndRemovesTheOld() {
        Owner owner = new Owner("beginner");
        Machine old = machines.open(owner);

        Machine made = machines.replace(owner, machine -> assertThat(machine).can("touch /root/shaped"));

        assertThat(made.id()).isNotEqualTo(old.id());
        assertThat(belongingsOf(old)).isEmpty();
        assertThat(machines.open(owner).id()).isEqualTo(made.id());
        assertThat(machines.lastSeen(owner)).contains(made.id());
        assertThat(made).can("test -e /root/shaped");
        machines.remove(owner);
    }

    @Test
    void replaceWhenTheNewOneCannotBeBroughtIntoShapeLeavesTheOldAsItWas() {
        Owner owner = new Owner("unchanged");
        Machine old = machines.open(owner);
        List<String> before = belongings();

        assertThatThrownBy(() -> machines.replace(owner, machine -> {
                    throw new IllegalStateException("no shape");
                }))
                .hasMessage("no shape");

        assertThat(belongings()).containsExactlyInAnyOrderElementsOf(before);
        assertThat(machines.open(owner).id()).isEqualTo(old.id());
        machines.remove(owner);
    }

    @Test
    void reconcileWhenAServerWasKilledWhileItReplacedAMachineKeepsTheOld() {
        Owner owner = new Owner("interrupted");
        Machine old = machines.open(owner);
        Patience.until("a second has passed, by which the engine tells which is older", () -> isOlderThanASecond(old));
        Machine halfMade = runtime().create().promise(owner);

        Machines restarted = new Machines(runtime(), EVERYBODY);
        restarted.reconcile();

        assertThat(restarted.open(owner).id()).isEqualTo(old.id());
        assertThat(belongingsOf(halfMade)).isEmpty();
        restarted.remove(owner);
    }

    @Test
    void reconcileWhenAServerWasKilledAfterTheOldMachineWentKeepsTheNew() {
        Owner owner = new Owner("moved");
        Machine shaped = runtime().create().promise(owner);

        Machines restarted = new Machines(runtime(), EVERYBODY);
        restarted.reconcile();
        assertThat(restarted.open(owner).id()).isEqualTo(shaped.id());

        // From now on it is theirs like any other: a half-made successor does not count.
        Machine halfMade = runtime().create().promise(owner);
        Machines again = new Machines(runtime(), EVERYBODY);
        again.reconcile();
        assertThat(again.open(owner).id()).isEqualTo(shaped.id());
        assertThat(belongingsOf(halfMade)).isEmpty();
        again.remove(owner);
    }

    @Test
    void openWhenPausedGoesOnWhereItWas() {
        Machine machine = machines.open(BOB);
        output(
                machine,
                "date +%s%N > /root/tick; nohup sh -c 'while sleep 0.1; do date +%s%N > /root/tick; done' > /dev/null 2>&1 &");
        machine.pause();
        assertThat(machine.state()).isEqualTo(Machine.State.PAUSED);
        machine.pause();
        assertThat(machines.open(BOB).id()).isEqualTo(machine.id());
        assertThat(machine.state()).isEqualTo(Machine.State.RUNNING);
        String before = output(machine, "cat /root/tick");
        Patience.until("what ran before runs on", () -> !output(machine, "cat /root/tick")
                .equals(before));
        output(machine, "pkill -f 'while sleep'");
    }

    @Test
    void stopWhenPausedKeepsFilesAndTellsSinceWhen() {
        Machine machine = machines.open(BOB);
        assertThat(machine.stoppedSince()).isEmpty();
        write(machine, "/root/note", "slept on");
        machine.pause();
        machine.stop();
        assertThat(machine.state()).isEqualTo(Machine.State.STOPPED);
        assertThat(machine.stoppedSince()).hasValueSatisfying(since -> assertThat(since)
                .isBetween(
                        Instant.now().minus(Duration.ofMinutes(5)),
                        Instant.now().plusSeconds(5)));
        assertThat(machines.open(BOB)).says("slept on", "cat /root/note");
        assertThat(machine.stoppedSince()).isEmpty();
    }

    @Test
    void openWhenAMachineWaitsGivesThatOneAndMakesAnother() {
        WarmPool pool = new WarmPool(runtime(), Optional::empty, 1);
        Machines prepared = withPool(pool);
        prepared.reconcile();
        Patience.until("a machine waits", () -> pool.ready() == 1);
        Spare waiting = runtime().spares().getFirst();
        assertThat(waiting.isReady()).isTrue();

        Machine machine = prepared.open(new Owner("punctual"));

        assertThat(machine.id()).isEqualTo(waiting.id());
        assertThat(machine).can("docker version");
        Patience.until("another machine waits", () -> pool.ready() == 1);
        assertThat(runtime().spares()).hasSize(1).extracting(Spare::id).doesNotContain(waiting.id());
        prepared.remove(new Owner("punctual"));
        runtime().spares().forEach(Spare::remove);
    }

    @Test
    void reconcileGoesOnWithMachinesThatWaitAndRemovesThoseThatAreTooMany() {
        Spare first = runtime().create();
        Spare second = runtime().create();
        WarmPool pool = new WarmPool(runtime(), Optional::empty, 1);

        withPool(pool).reconcile();

        Patience.until("one is left", () -> runtime().spares().size() == 1);
        assertThat(runtime().spares()).extracting(Spare::id).containsAnyOf(first.id(), second.id());
        assertThat(pool.ready()).isEqualTo(1);
        withPool(new WarmPool(runtime(), Optional::empty, 0)).reconcile();
        Patience.until("none is left", () -> runtime().spares().isEmpty());
    }

    private Machines withPool(WarmPool pool) {
        return new Machines(
                runtime(),
                EVERYBODY,
                pool,
                new Admission(4, Duration.ZERO, new SteadyTime()),
                new Room(0, Optional::empty),
                new Usage(new SteadyTime()),
                new DiskLedger(DiskLimit.NONE, new SteadyTime()));
    }

    private static boolean isOlderThanASecond(Machine machine) {
        return Integer.parseInt(output(machine, "ps -o etimes= -p 1").strip()) > 1;
    }

    @Test
    void openWhenRemovedBehindOurBackMakesAnother() {
        Owner owner = new Owner("unlucky");
        Machine lost = machines.open(owner);
        removeBehindOurBack(lost);
        assertThat(lost.state()).isEqualTo(Machine.State.GONE);
        assertThat(machines.find(owner)).isEmpty();
        Machine another = machines.open(owner);
        assertThat(another.id()).isNotEqualTo(lost.id());
        assertThat(another).can("docker version");
        assertThat(belongingsOf(lost)).as("what is left of the lost one").isEmpty();
        machines.remove(owner);
    }

    @Test
    void openWhenTheServerWasRestartedGoesOnWithTheSameMachineAndShell() {
        Machine before = machines.open(ADA);
        long epoch;
        String shell;
        try (ShellDriver driver = ShellDriver.open(before, "restart")) {
            shell = driver.type("echo pid=$$.\n")
                    .awaitOutput("pid=" + pidIn(before))
                    .seen();
            epoch = driver.epoch();
        }
        Machine after = new Machines(runtime(), EVERYBODY).open(ADA);
        assertThat(after.id()).isEqualTo(before.id());
        try (ShellDriver driver = ShellDriver.open(after, "restart")) {
            assertThat(driver.epoch()).isEqualTo(epoch);
            assertThat(shell).contains("pid=");
            driver.type("echo again=$$.\n").awaitOutput("again=" + pidIn(after));
        }
    }

    /** The pid of the only login shell there is, and the dot after it. */
    private static String pidIn(Machine machine) {
        return output(machine, "pgrep -fx -- -bash") + ".";
    }

    @Test
    void reconcileWhenNobodyKnowsTheOwnerRemovesTheMachine() {
        Owner gone = new Owner("gone");
        machines.open(ADA);
        Machine machine = machines.open(gone);
        Machines restarted = new Machines(runtime(), owner -> !owner.equals(gone));
        restarted.reconcile();
        assertThat(belongingsOf(machine)).isEmpty();
        assertThat(restarted.find(gone)).isEmpty();
        assertThat(restarted.find(ADA)).isPresent();
    }

    @Test
    void reconcileWhenAnotherInstanceRunsBesideLeavesItAlone() {
        Machine theirs = new Machines(neighbour(), EVERYBODY).open(ADA);
        List<String> before = belongingsOf(theirs);
        Machines restarted = new Machines(runtime(), EVERYBODY);
        restarted.reconcile();
        new Machines(runtime(), owner -> owner.equals(ADA)).reconcile();
        assertThat(restarted.all()).extracting(Machine::id).doesNotContain(theirs.id());
        assertThat(belongingsOf(theirs)).isEqualTo(before);
        assertThat(theirs).can("docker version");
        assertThat(hostIdentityOf(theirs)).isNotEqualTo(hostIdentityOf(machines.open(ADA)));
        theirs.remove();
    }

    @Test
    void reconcileSweepsWhatAKilledServerLeftHalfMade() {
        Machine whole = machines.open(ADA);
        List<String> kept = belongingsOf(whole);
        List<String> halfMade = leaveHalfMade();
        assertThat(belongings()).containsAll(halfMade);
        new Machines(runtime(), EVERYBODY).reconcile();
        assertThat(belongings()).doesNotContainAnyElementsOf(halfMade).containsAll(kept);
    }

    @Test
    void openWhenThereIsNoImageNamesTheRemedy() {
        Machines none = new Machines(withoutImage(), EVERYBODY);
        assertThatThrownBy(() -> none.open(new Owner("nobody")))
                .isInstanceOf(MachineException.class)
                .hasMessageContaining("./drydock up");
        assertThat(none.find(new Owner("nobody"))).isEmpty();
    }
}
