package dev.drydock.machine;

import static dev.drydock.machine.MachineAssert.output;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a machine takes of the host's disk, whatever its owner does to make it seem less. */
@Tag("contract")
class DiskUsageTests {

    private static final long MB = 1024 * 1024;
    private static final long LITTLE = 4 * MB;

    @RegisterExtension
    static final MachineRoom room = new MachineRoom();

    private final Machine machine = room.machine();

    @Test
    void newMachineTakesNearlyNothing() {
        assertThat(room.newMachine().diskUsage()).isBetween(1L, LITTLE);
    }

    @Test
    void filesInTheSystemAreCounted() {
        assertThat(growthBy(writing("/root/work", 40))).isBetween(40 * MB, 40 * MB + LITTLE);
        assertThat(growthBy(writing("/opt/a/b/c/work", 30))).isBetween(30 * MB, 30 * MB + LITTLE);
        assertThat(growthBy("rm -r /root/work /opt/a")).isBetween(-70 * MB - LITTLE, -70 * MB + LITTLE);
    }

    @Test
    void filesOfDockerAreCounted() {
        assertThat(growthBy(writing("/var/lib/docker/work", 40))).isBetween(40 * MB, 40 * MB + LITTLE);
    }

    @Test
    void fileOfTheImageIsCountedWhenItWasChanged() {
        assertThat(growthBy("touch /usr/sbin/dockerd")).isGreaterThan(30 * MB);
    }

    @Test
    void fileThatIsOpenWithoutANameIsCountedUntilItIsClosed() {
        long before = machine.diskUsage();
        output(
                machine,
                "exec 3>/root/nameless && dd if=/dev/zero bs=1M count=40 >&3 2>/dev/null && rm /root/nameless"
                        + " && { setsid sleep 3600 >/dev/null 2>&1 & echo $! > /root/pid; }");
        assertThat(machine.diskUsage() - before).isBetween(40 * MB, 40 * MB + LITTLE);
        output(machine, "kill $(cat /root/pid)");
        Patience.until("the file is gone", () -> machine.diskUsage() - before < LITTLE);
    }

    @Test
    void fileUnderAMountOfTheLearnersIsCounted() {
        assertThat(growthBy(writing("/srv/hidden/work", 40) + " && mount -t tmpfs none /srv/hidden"))
                .isBetween(40 * MB, 40 * MB + LITTLE);
        assertThat(growthBy(writing("/srv/hidden/memory", 20)))
                .as("memory is not disk")
                .isBetween(-LITTLE, LITTLE);
        output(machine, "umount /srv/hidden");
    }

    @Test
    void fileOfManyNamesIsCountedOnceAndAHoleNotAtAll() {
        assertThat(growthBy(writing("/srv/one", 40) + " && ln /srv/one /srv/two && ln /srv/one /opt/three"))
                .isBetween(40 * MB, 40 * MB + LITTLE);
        assertThat(growthBy("truncate -s 1T /srv/hole")).isBetween(0L, LITTLE);
    }

    @Test
    void emptyFilesAreNotForNothing() {
        assertThat(growthBy("mkdir /srv/many && cd /srv/many && seq 5000 | xargs touch"))
                .isGreaterThanOrEqualTo(5000 * 4096L);
    }

    @Test
    void linksLeadNowhere() {
        assertThat(growthBy("ln -s / /srv/root && ln -s /proc/1/root /srv/proc && ln -s /usr /root/usr"))
                .isBetween(0L, LITTLE);
    }

    @Test
    void filesAtThePathsEndAreCountedHoweverLongThePathIs() {
        Machine deep = room.newMachine();
        output(deep, nesting(9000) + " && sync");
        assertThat(deep.diskUsage()).isBetween(40 * MB + 9000 * 4096L, 40 * MB + 9000 * 4096L + LITTLE);
    }

    @Test
    void directoriesThatComeAndGoOrMoveKeepNothingFromBeingCounted() {
        Machine restless = room.newMachine();
        output(restless, writing("/srv/work", 40));
        output(
                restless,
                "mkdir -p /srv/a/1 /srv/b && cd /srv && { setsid perl -e 'while (1) { for (1 .. 200) { mkdir \"/srv/c$_\" }"
                        + " for (1 .. 200) { rename \"/srv/c$_\", \"/srv/a/1/$_\" } rename \"/srv/a/1\", \"/srv/b/1\";"
                        + " for (1 .. 200) { rmdir \"/srv/b/1/$_\" } rename \"/srv/b/1\", \"/srv/a/1\" }'"
                        + " >/dev/null 2>&1 & }");
        for (int i = 0; i < 100; i++) {
            assertThat(restless.diskUsage()).isBetween(40 * MB, 40 * MB + LITTLE);
        }
    }

    @Test
    void machineThatCannotBeMeasuredSaysWhy() {
        Machine deep = room.newMachine();
        output(deep, nesting(10_100));
        assertThatThrownBy(deep::diskUsage)
                .isInstanceOf(MachineException.class)
                .hasMessageContaining("cannot be measured. It ended with 1. Cannot measure /machine: Directories are"
                        + " nested too deep.");
    }

    /** Directories in one another, and at the end 40 MB. */
    private static String nesting(int levels) {
        return ("perl -e 'chdir \"/root\"; for (1 .. %d) { mkdir \"directory\"; chdir \"directory\" or die }"
                        + " exec \"dd if=/dev/urandom of=work bs=1M count=40 2>/dev/null\"'")
                .formatted(levels);
    }

    private long growthBy(String script) {
        long before = machine.diskUsage();
        output(machine, script + " && sync");
        return machine.diskUsage() - before;
    }

    private static String writing(String file, int megabytes) {
        return "mkdir -p $(dirname %1$s) && dd if=/dev/urandom of=%1$s bs=1M count=%2$d 2>/dev/null && sync"
                .formatted(file, megabytes);
    }
}
