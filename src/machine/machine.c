#include "machine.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <linux/openat2.h>
#include <sched.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

char *const machine_environment[] = {
    "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    "HOME=/root", "USER=root", "LOGNAME=root", "SHELL=/bin/bash",
    "TERM=xterm-256color", "COLORTERM=truecolor", "LANG=C.UTF-8", NULL,
};

/* Reads a small file below a directory as text. */
static bool read_text(int directory, const char *name, char *text, size_t size)
{
    int file = openat(directory, name, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    size_t length = 0;
    ssize_t count;
    while (length < size - 1 && (count = read(file, text + length, size - 1 - length)) > 0)
        length += (size_t) count;
    close(file);
    text[length] = '\0';
    return length > 0;
}

/*
 * The machine's init is the only process that is number 1 of a pid namespace directly below this one. A learner can make
 * pid namespaces too, and even have a process adopted by our PID 1, but theirs are always one level deeper.
 */
static bool is_machine_init(int proc)
{
    char status[4096], map[256];
    if (!read_text(proc, "status", status, sizeof status) || !read_text(proc, "uid_map", map, sizeof map))
        return false;
    const char *line = strstr(status, "\nNSpid:");
    int here, inside, deeper;
    return line != NULL && sscanf(line, "\nNSpid:%*[\t]%d%*[\t]%d%*[\t]%d", &here, &inside, &deeper) == 2 && inside == 1;
}

bool machine_find(struct machine *machine)
{
    char children[4096];
    if (!read_text(AT_FDCWD, "/proc/1/task/1/children", children, sizeof children))
        return false;
    for (char *rest, *word = strtok_r(children, " ", &rest); word != NULL; word = strtok_r(NULL, " ", &rest)) {
        char path[64];
        snprintf(path, sizeof path, "/proc/%s", word);
        machine->proc = open(path, O_PATH | O_DIRECTORY | O_CLOEXEC);
        if (machine->proc < 0)
            continue;
        if (is_machine_init(machine->proc))
            return true;
        close(machine->proc);
    }
    return false;
}

static bool join(const struct machine *machine, const char *namespace, int type)
{
    int file = openat(machine->proc, namespace, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    bool joined = setns(file, type) == 0;
    close(file);
    return joined;
}

bool machine_act_as_root(const struct machine *machine)
{
    return join(machine, "ns/user", CLONE_NEWUSER)
        && setgroups(0, NULL) == 0 && setresgid(0, 0, 0) == 0 && setresuid((uid_t) -1, 0, (uid_t) -1) == 0;
}

bool machine_become_root(const struct machine *machine)
{
    return machine_act_as_root(machine) && setresuid(0, 0, 0) == 0;
}

/* In a check the caller is root of the machine already; by hand it is the owner, who has to become that first. */
static bool is_in_user_namespace(const struct machine *machine)
{
    struct stat theirs, ours;
    return fstatat(machine->proc, "ns/user", &theirs, 0) == 0 && stat("/proc/self/ns/user", &ours) == 0
        && theirs.st_dev == ours.st_dev && theirs.st_ino == ours.st_ino;
}

void machine_visit(struct machine *machine)
{
    if (!machine_find(machine))
        fail(EXIT_NO_MACHINE, "There is no machine to look into.");
    if (!is_in_user_namespace(machine) && !machine_become_root(machine))
        fail(EXIT_NO_MACHINE, "The machine cannot be entered: %s.", strerror(errno));
}

bool machine_enter_network(const struct machine *machine)
{
    return join(machine, "ns/net", CLONE_NEWNET);
}

void machine_bound_open_files(void)
{
    enum { MOST = 65536 };
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_max > MOST) {
        limit.rlim_max = MOST;
        limit.rlim_cur = limit.rlim_cur < MOST ? limit.rlim_cur : MOST;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}

bool machine_enter(const struct machine *machine)
{
    machine_bound_open_files();
    /* From here until exec a learner may see this process: it still is our program, so let nobody look into it. */
    return prctl(PR_SET_DUMPABLE, 0) == 0
        && join(machine, "ns/cgroup", CLONE_NEWCGROUP) && join(machine, "ns/ipc", CLONE_NEWIPC)
        && join(machine, "ns/uts", CLONE_NEWUTS) && join(machine, "ns/net", CLONE_NEWNET)
        && join(machine, "ns/pid", CLONE_NEWPID) && join(machine, "ns/mnt", CLONE_NEWNS);
}

pid_t machine_fork_for_parent(void)
{
    return (pid_t) syscall(SYS_clone, CLONE_PARENT | SIGCHLD, 0, 0, 0, 0);
}

int machine_open(const struct machine *machine, const char *path, int flags)
{
    int root = openat(machine->proc, "root", O_PATH | O_DIRECTORY | O_CLOEXEC);
    if (root < 0)
        return -1;
    /* The kernel answers EAGAIN when something was renamed meanwhile; a learner who does that all day is not found. */
    struct open_how how = { .flags = (uint64_t) (O_PATH | O_CLOEXEC | flags), .resolve = RESOLVE_IN_ROOT | RESOLVE_NO_MAGICLINKS };
    int file;
    for (int attempt = 0; attempt < 16; attempt++) {
        file = (int) syscall(SYS_openat2, root, path, &how, sizeof how);
        if (file >= 0 || errno != EAGAIN)
            break;
    }
    int reason = errno;
    close(root);
    errno = reason;
    return file;
}

int64_t now_ms(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * INT64_C(1000) + time.tv_nsec / 1000000;
}

void fail(int status, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputc('\n', stderr);
    exit(status);
}

int exit_status(int wait_status)
{
    return WIFSIGNALED(wait_status) ? 128 + WTERMSIG(wait_status) : WEXITSTATUS(wait_status);
}
