/*
 * shell-holder NAME: connects its standard input and output to the shell of that name (docs/terminal-protocol.md).
 *
 * The first one leaves a holder behind, which keeps the shell for as long as it lives. Every one hands its three
 * descriptors to the holder, so that bytes take no detour through it, and then only waits to be let go: with its end the
 * outer Engine knows that the connection is over.
 */
#include "holder.h"
#include "machine.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/close_range.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

enum { NAME_MAX_LENGTH = 32, ATTEMPTS = 400, PAUSE_NS = 5000000 };

static bool is_name(const char *name)
{
    size_t length = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-");
    return name[length] == '\0' && length >= 1 && length <= NAME_MAX_LENGTH;
}

/* An abstract name lives in the container's network namespace: the machine has another, and a dead holder leaves nothing. */
static socklen_t address_of(const char *name, struct sockaddr_un *address)
{
    memset(address, 0, sizeof *address);
    address->sun_family = AF_UNIX;
    int length = snprintf(address->sun_path + 1, sizeof address->sun_path - 1, "drydock-shell-%s", name);
    return (socklen_t) (offsetof(struct sockaddr_un, sun_path) + 1 + (size_t) length);
}

static _Noreturn void become_holder(int listener)
{
    setsid();
    if (chdir("/") != 0)
        _exit(1);
    int null = open("/dev/null", O_RDWR);
    for (int file = 0; file <= STDERR_FILENO; file++)
        dup2(null, file);
    dup2(listener, 3);
    fcntl(3, F_SETFD, FD_CLOEXEC);
    close_range(4, ~0u, 0);
    _exit(hold_shell(3));
}

/* Who binds the name first starts the holder; the kernel sees to it that this is one. */
static bool start_holder(const struct sockaddr_un *address, socklen_t length)
{
    int listener = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (listener < 0)
        return false;
    bool first = bind(listener, (const struct sockaddr *) address, length) == 0 && listen(listener, 16) == 0;
    pid_t pid = first ? fork() : 0;
    if (first && pid == 0)
        become_holder(listener);
    close(listener);
    return pid >= 0;
}

static bool hand_over(int connection)
{
    const int files[3] = { STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO };
    union { struct cmsghdr header; char space[CMSG_SPACE(sizeof files)]; } control = { 0 };
    struct iovec data = { "+", 1 };
    struct msghdr message = { .msg_iov = &data, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control };
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    *header = (struct cmsghdr) { .cmsg_level = SOL_SOCKET, .cmsg_type = SCM_RIGHTS, .cmsg_len = CMSG_LEN(sizeof files) };
    memcpy(CMSG_DATA(header), files, sizeof files);
    if (sendmsg(connection, &message, MSG_NOSIGNAL) != 1)
        return false;
    char answer;
    return recv(connection, &answer, 1, 0) == 1;
}

/* The holder may be just coming or just going: then it does not answer, and the next attempt finds another or none. */
static int connect_to_holder(const char *name)
{
    struct sockaddr_un address;
    socklen_t length = address_of(name, &address);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        int connection = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (connection < 0)
            return -1;
        if (connect(connection, (const struct sockaddr *) &address, length) == 0) {
            if (hand_over(connection))
                return connection;
        } else if (errno != ECONNREFUSED || !start_holder(&address, length)) {
            return -1;
        }
        close(connection);
        if (attempt > 0)
            nanosleep(&(struct timespec) { .tv_nsec = PAUSE_NS }, NULL);
    }
    errno = ETIMEDOUT;
    return -1;
}

int main(int count, char **arguments)
{
    if (count != 2 || !is_name(arguments[1]))
        fail(2, "Usage: shell-holder NAME (1 to 32 of a-z, 0-9 and -)");
    signal(SIGPIPE, SIG_IGN);
    int connection = connect_to_holder(arguments[1]);
    if (connection < 0)
        fail(1, "Cannot reach the holder of shell %s: %s.", arguments[1], strerror(errno));
    /* From here on the pipes are the holder's alone, so that their other ends learn at once when it closes them. */
    int null = open("/dev/null", O_RDWR | O_CLOEXEC);
    for (int file = 0; file <= STDERR_FILENO; file++)
        dup2(null, file);
    char verdict;
    return recv(connection, &verdict, 1, 0) == 1 && verdict == '!' ? 1 : 0;
}
