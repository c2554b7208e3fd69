/*
 * The container's first process. It starts as the real root with CAP_SETUID and CAP_SETGID, becomes a host uid that only
 * this machine has, makes the machine's namespaces, and then has no capability left. What remains is a shepherd: it
 * reaps, passes a request to stop on, and ends when the machine ends.
 *
 * The machine's user namespace lies in another one, the fence, in which nobody lives. Bounds that are set there hold for
 * everything within, and the machine's root, who is nobody in the fence, cannot raise them.
 *
 * Nothing below /machine is ever opened or run from here.
 */
#include "machine.h"
#include "mounts.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <linux/capability.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum { FIRST_OWNER = 2070000, LAST_OWNER = 2169999 };

/* The machine's own ids as the host counts them; they are the same numbers in the fence and in the machine. */
#define FIRST_ID "2000000"
static const char MAP[] = "0 0 65536\n";

/*
 * Every network has a table of connections of its own, as long as the host's net.netfilter.nf_conntrack_max, in memory
 * that the kernel counts as nobody's. So how many networks there are bounds what a machine can take of it.
 */
static const char MOST_NETWORKS[] = "128\n";

static uid_t owner_from_environment(void)
{
    const char *text = getenv("OWNER");
    if (text == NULL)
        fail(64, "OWNER is not set: a machine needs a host uid of its own, from %d to %d.", FIRST_OWNER, LAST_OWNER);
    char *end;
    errno = 0;
    long owner = strtol(text, &end, 10);
    if (errno != 0 || end == text || *end != '\0' || owner < FIRST_OWNER || owner > LAST_OWNER)
        fail(64, "OWNER is “%.32s”: it must be a number from %d to %d.", text, FIRST_OWNER, LAST_OWNER);
    return (uid_t) owner;
}

static bool set_capabilities(uint32_t capabilities)
{
    struct __user_cap_header_struct header = { .version = _LINUX_CAPABILITY_VERSION_3 };
    struct __user_cap_data_struct sets[2] = { { .effective = capabilities, .permitted = capabilities } };
    return syscall(SYS_capset, &header, sets) == 0;
}

static void become(uid_t owner)
{
    if (getuid() != 0)
        fail(77, "A machine starts as root (--user 0:0), to become its owner itself.");
    if (prctl(PR_SET_KEEPCAPS, 1) != 0 || setgroups(0, NULL) != 0
        || setresgid(owner, owner, owner) != 0 || setresuid(owner, owner, owner) != 0
        || !set_capabilities(1u << CAP_SETUID | 1u << CAP_SETGID))
        fail(77, "Cannot become uid %u: %s. The container needs CAP_SETUID and CAP_SETGID.", owner, strerror(errno));
    /* A change of uid hides /proc/PID from its own user. The maps are written there. */
    prctl(PR_SET_DUMPABLE, 1);
}

static void write_file(const char *path, const char *text)
{
    int file = open(path, O_WRONLY | O_CLOEXEC);
    size_t length = strlen(text);
    if (file < 0 || write(file, text, length) != (ssize_t) length)
        fail(71, "Cannot write %s: %s.", path, strerror(errno));
    close(file);
}

static void map_ids(pid_t process, const char *map)
{
    static const char *const maps[] = { "gid_map", "uid_map" };
    for (size_t i = 0; i < sizeof maps / sizeof *maps; i++) {
        char path[64];
        snprintf(path, sizeof path, "/proc/%d/%s", process, maps[i]);
        write_file(path, map);
    }
}

/* The owner has to be somebody in the fence, or could not make the machine's namespace there. */
static void map_fence(pid_t process, uid_t owner)
{
    char map[64];
    snprintf(map, sizeof map, "0 " FIRST_ID " 65536\n65536 %u 1\n", owner);
    map_ids(process, map);
}

static void await(int gate)
{
    char go;
    if (read(gate, &go, 1) != 1)
        _exit(71);
}

static void open_gate(int gate)
{
    if (write(gate, "", 1) != 1)
        fail(71, "Cannot start the machine: %s.", strerror(errno));
}

static void make_gate(int gate[2])
{
    if (pipe2(gate, O_CLOEXEC) != 0)
        fail(71, "Cannot make a pipe: %s.", strerror(errno));
}

/* Everything except SIGTERM, which is kept for the machine's init: it may come before there is one to take it. */
static void release_signals(void)
{
    sigset_t term;
    sigemptyset(&term);
    sigaddset(&term, SIGTERM);
    sigprocmask(SIG_SETMASK, &term, NULL);
}

/* The other side of the clone: waits until its ids mean something, becomes root by them, and sets the machine up. */
static _Noreturn void run_machine(int gate)
{
    await(gate);
    machine_bound_open_files();
    /* When memory is short, the learner's processes go before those that serve them. */
    write_file("/proc/self/oom_score_adj", "300");
    if (setsid() < 0 || setgroups(0, NULL) != 0 || setresgid(0, 0, 0) != 0 || setresuid(0, 0, 0) != 0)
        fail(71, "Cannot become root of the machine: %s.", strerror(errno));
    release_signals();
    mounts_prepare();
    mounts_move_in();
    char *const arguments[] = { "/sbin/init", NULL };
    execve(arguments[0], arguments, machine_environment);
    dprintf(LAST_WORDS, "Cannot run the machine's /sbin/init: %s. A reset brings it back.\n", strerror(errno));
    _exit(127);
}

static pid_t clone_into(unsigned long namespaces)
{
    pid_t pid = (pid_t) syscall(SYS_clone, namespaces | SIGCHLD, 0, 0, 0, 0);
    if (pid < 0)
        fail(71, "Cannot make the machine's namespaces: %s. The host must allow user namespaces, and the container's "
             "seccomp and AppArmor profiles must be Drydock's.", strerror(errno));
    return pid;
}

/* Inside the fence: sets its bounds, and makes the machine as a child of the shepherd. Says who that is, and is gone. */
static _Noreturn void run_fence(int gate, int answer)
{
    await(gate);
    write_file("/proc/sys/user/max_net_namespaces", MOST_NETWORKS);
    int go[2];
    make_gate(go);
    pid_t init = clone_into(CLONE_PARENT | CLONE_NEWUSER | CLONE_NEWNS | CLONE_NEWPID | CLONE_NEWNET | CLONE_NEWIPC
                            | CLONE_NEWUTS | CLONE_NEWCGROUP);
    if (init == 0) {
        close(go[1]);
        run_machine(go[0]);
    }
    map_ids(init, MAP);
    if (write(answer, &init, sizeof init) != sizeof init)
        fail(71, "Cannot tell of the machine: %s.", strerror(errno));
    open_gate(go[1]);
    _exit(0);
}

/* The bounding set stays as it was: to shrink it takes a capability that we never had. no_new_privs closes it. */
static void give_up_capabilities(void)
{
    if (prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0) != 0 || !set_capabilities(0)
        || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        fail(71, "Cannot give up capabilities: %s.", strerror(errno));
}

static int shepherd(pid_t init, const sigset_t *signals)
{
    for (;;) {
        int signal_number = sigwaitinfo(signals, NULL);
        if (signal_number == SIGTERM || signal_number == SIGINT)
            kill(init, SIGTERM);
        int status;
        pid_t ended;
        while ((ended = waitpid(-1, &status, WNOHANG)) > 0)
            if (ended == init)
                return exit_status(status);
    }
}

int main(void)
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGCHLD);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    sigprocmask(SIG_BLOCK, &signals, NULL);

    uid_t owner = owner_from_environment();
    become(owner);
    int gate[2], answer[2];
    make_gate(gate);
    make_gate(answer);
    pid_t fence = clone_into(CLONE_NEWUSER);
    if (fence == 0) {
        close(gate[1]);
        close(answer[0]);
        run_fence(gate[0], answer[1]);
    }
    close(gate[0]);
    close(answer[1]);
    map_fence(fence, owner);
    give_up_capabilities();
    open_gate(gate[1]);
    pid_t init;
    if (read(answer[0], &init, sizeof init) != sizeof init)
        return 71;
    close(gate[1]);
    close(answer[0]);
    return shepherd(init, &signals);
}
