package dev.drydock.machine;

import static dev.drydock.machine.MachineAssert.assertThat;
import static dev.drydock.machine.MachineAssert.output;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of the kernel a learner can get hold of. */
@Tag("contract")
class KernelTests {

    private static final int EPERM = 1;
    private static final int ENOSYS = 38;

    /** What belongs to a namespace of the machine's own, and not to the kernel as a whole. */
    private static final String OWN_SYSCTLS =
            "^/proc/sys/(net/|user/|fs/mqueue/|kernel/(sem|shm[a-z_]*|msg[a-z_]*|auto_msgmni|[a-z]*_next_id|ns_last_pid|pid_max)$)";

    @RegisterExtension
    static final MachineRoom room = new MachineRoom();

    private static Machine machine;

    @BeforeAll
    static void start() {
        machine = room.machine();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "add_key, 248, 217",
        "request_key, 249, 218",
        "keyctl, 250, 219",
        "io_uring_setup, 425, 425",
        "io_setup, 206, 0"
    })
    void callThatDoesNotExistHere(String name, int x86, int arm) {
        assertThat(errno(number(x86, arm), "0, 0, 0, 0, 0")).isEqualTo(ENOSYS);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "bpf, 321, 280",
        "kexec_load, 246, 104",
        "kexec_file_load, 320, 294",
        "init_module, 175, 105",
        "finit_module, 313, 273",
        "delete_module, 176, 106",
        "open_by_handle_at, 304, 265",
        "perf_event_open, 298, 241",
        "userfaultfd, 323, 282",
        "swapon, 167, 224",
        "swapoff, 168, 225",
        "settimeofday, 164, 170",
        "clock_settime, 227, 112",
        "adjtimex, 159, 171",
        "clock_adjtime, 305, 266",
        "acct, 163, 89",
        "quotactl, 179, 60",
        "syslog, 103, 116",
        "vhangup, 153, 58",
        "fanotify_init, 300, 262",
        "move_pages, 279, 239",
        "iopl, 172, -1",
        "ioperm, 173, -1",
        "modify_ldt, 154, -1",
        "_sysctl, 156, -1",
    })
    void callThatIsRefused(String name, int x86, int arm) {
        // The 1 is what makes userfaultfd(2) one for everybody: UFFD_USER_MODE_ONLY.
        assertThat(errno(number(x86, arm), "1, 0, 0, 0, 0")).isIn(EPERM, ENOSYS);
    }

    @Test
    void vsockLeadsNowhere() {
        assertThat(errno(number(41, 198), "40, 1, 0")).isEqualTo(EPERM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/proc/sysrq-trigger",
                "/proc/sys/kernel/core_pattern",
                "/proc/sys/kernel/modprobe",
                "/proc/sys/kernel/hotplug",
                "/proc/sys/vm/drop_caches",
                "/proc/sys/fs/binfmt_misc/register",
                "/sys/kernel/uevent_helper",
                "/sys/power/state",
                "/proc/kmsg",
                "/proc/kcore",
                "/proc/mtrr",
                "/dev/mem",
                "/dev/kmsg",
                "/dev/fuse",
                "/dev/kvm",
                "/dev/net/tun",
            })
    void fileThatCannotBeOpenedForWriting(String path) {
        assertThat(machine).cannot("perl -MFcntl -e 'exit !sysopen(F, \"%s\", O_WRONLY)'".formatted(path));
    }

    @Test
    void noSettingOfTheWholeKernelCanBeWritten() {
        assertThat(writable("/proc/sys"))
                .contains("/proc/sys/net/ipv4/ip_forward")
                .allSatisfy(path -> assertThat(path).containsPattern(OWN_SYSCTLS));
    }

    @Test
    void noSettingCanBeWrittenInAProcOfAnotherUserNamespaceEither() {
        String list = writableScript("/proc/sys").replace("'", "'\\''");
        String found = output(machine, "unshare -Urpmf --mount-proc sh -c '" + list + "'");
        assertThat(found.lines()).allSatisfy(path -> assertThat(path).containsPattern(OWN_SYSCTLS));
    }

    @Test
    void nothingInSysCanBeWrittenNotEvenWhenItIsMountedAnew() {
        output(
                machine,
                "mkdir -p /root/sys; mount -t sysfs sysfs /root/sys; mount -o remount,bind,rw /sys; mount -o remount,rw /sys; true");
        // What belongs to a network belongs to the network namespace, which is the machine's own.
        assertThat(writable("/sys")).allMatch(path -> path.contains("/net/"));
        assertThat(writable("/root/sys")).allMatch(path -> path.contains("/net/"));
    }

    @Test
    void noLimitOfItsControlGroupsCanBeChangedNotEvenWhenTheyAreMountedAnew() {
        output(
                machine,
                "mkdir -p /root/v1 /root/v2; mount -t cgroup -o pids pids /root/v1; mount -t cgroup2 none /root/v2;"
                        + " for at in /sys/fs/cgroup /sys/fs/cgroup/*; do mount -o remount,bind,rw $at; done 2>/dev/null; true");
        assertThat(writable("/sys/fs/cgroup /root/v1 /root/v2")).isEmpty();
        assertThat(machine)
                .says(
                        "",
                        "for at in $(find /sys/fs/cgroup /root/v1 /root/v2 -xdev -type d); do"
                                + " grep -q \" $at cgroup\" /proc/self/mounts && mkdir $at/mine 2>/dev/null && echo $at; done; true")
                .cannot("mount -t cgroup -o none,name=mine none /mnt");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"the first disk, b 8 0", "a virtual disk, b 254 0", "memory, c 1 1", "KVM, c 10 232", "FUSE, c 10 229"})
    void deviceThatCannotBeMade(String what, String numbers) {
        assertThat(machine)
                .cannot("rm -f /root/node; mknod /root/node " + numbers)
                .cannot("rm -f /dev/node; mknod /dev/node " + numbers);
    }

    @Test
    void noDeviceOfTheHostIsThere() {
        assertThat(output(machine, "find /dev -type b")).as("block devices").isEmpty();
        assertThat(output(
                                machine,
                                "find /dev -type c ! -path '/dev/pts/*' -printf '%f '; ls -A /dev | grep -vxE"
                                        + " 'null|zero|full|random|urandom|tty|pts|ptmx|shm|mqueue|fd|stdin|stdout|stderr|core' || true")
                        .split("\\s+"))
                .isSubsetOf("null", "zero", "full", "random", "urandom", "tty", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ext4 /dev/vda",
                "ext4 /dev/sda",
                "debugfs x",
                "tracefs x",
                "securityfs x",
                "configfs x",
                "devtmpfs x",
                "pstore x",
                "efivarfs x",
                "nfs 127.0.0.1:/",
                "9p host",
                "fuse x"
            })
    void fileSystemThatCannotBeMounted(String what) {
        assertThat(machine).cannot("mount -t " + what + " /mnt");
    }

    @Test
    void kernelMessagesAndAddressesAreNotShown() {
        assertThat(machine)
                .cannot("dmesg")
                .says("0000000000000000", "awk '{ print $1 }' /proc/kallsyms | sort -u | head -1")
                .says("1", "awk '{ print $1 }' /proc/kallsyms | sort -u | wc -l");
    }

    private static List<String> writable(String directory) {
        return output(machine, writableScript(directory)).lines().toList();
    }

    /** Opens everything for writing, and writes nothing. */
    private static String writableScript(String directory) {
        return "find " + directory + " -type f | perl -MFcntl -ne "
                + "'chomp; print \"$_\\n\" if sysopen(F, $_, O_WRONLY | O_NONBLOCK)'";
    }

    private static int number(int x86, int arm) {
        int number = System.getProperty("os.arch").equals("aarch64") ? arm : x86;
        Assumptions.assumeTrue(number >= 0, "this processor has no such call");
        return number;
    }

    private static int errno(int call, String arguments) {
        String perl = "perl -e '$! = 0; my $r = syscall(%d, %s); print $r == -1 ? $! + 0 : 0'";
        return Integer.parseInt(output(machine, perl.formatted(call, arguments)));
    }
}
