/*
 * machine-file cat PATH | stat PATH: looks at a learner's file without trusting a single link on the way to it, and
 * without opening anything but a regular file.
 */
#include "machine.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MAX_SIZE = 1 << 20 };

static const char *kind(mode_t mode)
{
    switch (mode & S_IFMT) {
    case S_IFREG: return "file";
    case S_IFDIR: return "directory";
    case S_IFLNK: return "link";
    case S_IFSOCK: return "socket";
    case S_IFIFO: return "fifo";
    default: return "device";
    }
}

static int print_status(const struct machine *machine, const char *path)
{
    struct stat status;
    int file = machine_open(machine, path, O_NOFOLLOW);
    if (file < 0 || fstat(file, &status) != 0)
        fail(1, "%s: %s", path, strerror(errno));
    printf("%s %o %u %u %lld\n", kind(status.st_mode), status.st_mode & 07777u, status.st_uid, status.st_gid,
           (long long) status.st_size);
    return 0;
}

static int print_content(const struct machine *machine, const char *path)
{
    struct stat status;
    int place = machine_open(machine, path, 0);
    if (place < 0 || fstat(place, &status) != 0)
        fail(1, "%s: %s", path, strerror(errno));
    if (!S_ISREG(status.st_mode))
        fail(1, "%s: is a %s, not a file", path, kind(status.st_mode));
    char again[64];
    snprintf(again, sizeof again, "/proc/self/fd/%d", place);
    int file = open(again, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (file < 0)
        fail(1, "%s: %s", path, strerror(errno));
    static char content[MAX_SIZE + 1];
    size_t length = 0;
    ssize_t count;
    while (length < sizeof content && (count = read(file, content + length, sizeof content - length)) > 0)
        length += (size_t) count;
    if (length > MAX_SIZE)
        fail(1, "%s: is larger than %d bytes", path, MAX_SIZE);
    return fwrite(content, 1, length, stdout) == length && fflush(stdout) == 0 ? 0 : 1;
}

int main(int count, char **arguments)
{
    if (count != 3 || (strcmp(arguments[1], "cat") != 0 && strcmp(arguments[1], "stat") != 0))
        fail(2, "Usage: machine-file cat PATH | stat PATH");
    struct machine machine;
    machine_visit(&machine);
    return arguments[1][0] == 'c' ? print_content(&machine, arguments[2]) : print_status(&machine, arguments[2]);
}
