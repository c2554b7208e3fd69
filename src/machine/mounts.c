/*
 * After a stop and start, /machine is whatever its learner has left there. Running as the machine's root this can do no
 * more than that learner; but a symbolic link in place of a directory could lay a mount over a program of the outer root,
 * and have it run with the outer /proc still in sight. So: no path is followed through a link, and nothing is executed
 * before the outer root is gone.
 */
#include "mounts.h"
#include "machine.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/close_range.h>
#include <linux/openat2.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { QUIET = MS_NOSUID | MS_NODEV | MS_NOEXEC };

/* Order matters: what lies inside another comes after it. A source that begins with a slash is bound. */
static const struct entry {
    const char *source, *path;
    unsigned long flags;
    const char *options;
} entries[] = {
    /* A child user namespace may mount these two because the container sees them whole (systempaths=unconfined). */
    { "proc", "proc", QUIET, NULL },
    { "sysfs", "sys", QUIET | MS_RDONLY, NULL },
    { "/sys/fs/cgroup", "sys/fs/cgroup", MS_REC, NULL },
    /* A /dev that belongs to the learner's root. Devices cannot be made here, only borrowed. */
    { "tmpfs", "dev", MS_NOSUID, "mode=755,size=1m" },
    { "/dev/null", "dev/null", 0, NULL },
    { "/dev/zero", "dev/zero", 0, NULL },
    { "/dev/full", "dev/full", 0, NULL },
    { "/dev/random", "dev/random", 0, NULL },
    { "/dev/urandom", "dev/urandom", 0, NULL },
    { "/dev/tty", "dev/tty", 0, NULL },
    /* The outer pseudo terminals: the other end of a learner's terminal is out there, and tty(1) shall work in here. */
    { "/dev/pts", "dev/pts", 0, NULL },
    { "tmpfs", "dev/shm", MS_NOSUID | MS_NODEV, "mode=1777,size=64m" },
    { "mqueue", "dev/mqueue", QUIET, NULL },
    { "tmpfs", "run", MS_NOSUID | MS_NODEV, "mode=755" },
    { "tmpfs", "tmp", MS_NOSUID | MS_NODEV, "mode=1777" },
    { "/mirror", "run/mirror", 0, NULL },
    /* overlay2 does not stack on overlay2: images and containers live on a volume. */
    { "/data", "var/lib/docker", 0, NULL },
};

static const struct { const char *target, *path; } links[] = {
    { "pts/ptmx", "dev/ptmx" },
    { "/proc/self/fd", "dev/fd" },
    { "/proc/self/fd/0", "dev/stdin" },
    { "/proc/self/fd/1", "dev/stdout" },
    { "/proc/self/fd/2", "dev/stderr" },
};

static bool is_directory(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

/* The place below /machine that a mount shall cover, made when it is missing. */
static int open_target(int machine, const struct entry *entry)
{
    if (entry->source[0] != '/' || is_directory(entry->source))
        mkdirat(machine, entry->path, 0755);
    else
        close(openat(machine, entry->path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644));
    struct open_how how = { .flags = O_PATH | O_CLOEXEC, .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS };
    return (int) syscall(SYS_openat2, machine, entry->path, &how, sizeof how);
}

static bool mount_entry(int machine, const struct entry *entry)
{
    int target = open_target(machine, entry);
    if (target < 0)
        return false;
    char path[64];
    snprintf(path, sizeof path, "/proc/self/fd/%d", target);
    bool bound = entry->source[0] == '/';
    int result = mount(entry->source, path, bound ? NULL : entry->source, entry->flags | (bound ? MS_BIND : 0), entry->options);
    int reason = errno;
    close(target);
    errno = reason;
    return result == 0;
}

void mounts_prepare(void)
{
    umask(022);
    if (mount("/machine", "/machine", NULL, MS_BIND | MS_REC, NULL) != 0)
        fail(71, "Cannot bind /machine: %s.", strerror(errno));
    int machine = open("/machine", O_PATH | O_DIRECTORY | O_CLOEXEC);
    for (size_t i = 0; i < sizeof entries / sizeof *entries; i++)
        if (!mount_entry(machine, &entries[i]))
            fail(71, "Cannot mount /%s in the machine: %s.", entries[i].path, strerror(errno));
    for (size_t i = 0; i < sizeof links / sizeof *links; i++)
        if (symlinkat(links[i].target, machine, links[i].path) != 0)
            fail(71, "Cannot make /%s in the machine: %s.", links[i].path, strerror(errno));
    close(machine);
}

void mounts_move_in(void)
{
    int null = open("/dev/null", O_RDWR | O_CLOEXEC);
    /* The old root comes to lie on top of the new one, and is taken off: neither needs a directory in the other. */
    if (null < 0 || chdir("/machine") != 0 || syscall(SYS_pivot_root, ".", ".") != 0
        || umount2(".", MNT_DETACH) != 0 || chdir("/") != 0)
        fail(71, "Cannot move into the machine: %s.", strerror(errno));
    /* What the container prints goes to the outer Engine. A learner has nothing to say there. */
    dup3(STDERR_FILENO, LAST_WORDS, O_CLOEXEC);
    dup2(null, STDIN_FILENO);
    dup2(null, STDOUT_FILENO);
    dup2(null, STDERR_FILENO);
    close_range(LAST_WORDS + 1, ~0u, 0);
}
