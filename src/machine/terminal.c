/*
 * The pseudo terminal is made by a go-between that acts as root of the machine already, for its slave end belongs to who
 * opens the master; but it takes the outer /dev/ptmx, which no learner can replace. It enters the machine, starts the
 * shell as our child, hands the master back, and is gone. It never is that root altogether: the descriptors that are on
 * their way are counted by uid, and the roots of all machines are one uid.
 */
#include "terminal.h"
#include "machine.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/close_range.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum { START_LIMIT_MS = 5000 };

static bool send_result(int channel, int master, pid_t shell)
{
    union { struct cmsghdr header; char space[CMSG_SPACE(sizeof(int))]; } control = { 0 };
    struct iovec data = { &shell, sizeof shell };
    struct msghdr message = { .msg_iov = &data, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control };
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    *header = (struct cmsghdr) { .cmsg_level = SOL_SOCKET, .cmsg_type = SCM_RIGHTS, .cmsg_len = CMSG_LEN(sizeof(int)) };
    memcpy(CMSG_DATA(header), &master, sizeof master);
    return sendmsg(channel, &message, MSG_NOSIGNAL) == sizeof shell;
}

static bool receive_result(int channel, struct terminal *terminal)
{
    union { struct cmsghdr header; char space[CMSG_SPACE(sizeof(int))]; } control;
    struct iovec data = { &terminal->shell, sizeof terminal->shell };
    struct msghdr message = { .msg_iov = &data, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control };
    struct pollfd ready = { channel, POLLIN, 0 };
    if (poll(&ready, 1, START_LIMIT_MS) != 1 || recvmsg(channel, &message, MSG_CMSG_CLOEXEC) != sizeof terminal->shell)
        return false;
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    if (header == NULL || header->cmsg_type != SCM_RIGHTS)
        return false;
    memcpy(&terminal->master, CMSG_DATA(header), sizeof terminal->master);
    return true;
}

/* In the machine: from here on everything is the learner's, and nothing may be left of us. */
static _Noreturn void run_shell(void)
{
    if (setresuid(0, 0, 0) != 0)
        _exit(71);
    close_range(STDERR_FILENO + 1, ~0u, 0);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    signal(SIGPIPE, SIG_DFL);
    if (setsid() < 0 || ioctl(STDIN_FILENO, TIOCSCTTY, 0) != 0)
        _exit(71);
    if (chdir("/root") != 0 && chdir("/") != 0)
        _exit(71);
    execle("/bin/bash", "-bash", (char *) NULL, machine_environment);
    execle("/bin/sh", "-sh", (char *) NULL, machine_environment);
    static const char farewell[] = "This machine has neither /bin/bash nor /bin/sh any more. Reset it to get a new one.\r\n";
    (void) !write(STDERR_FILENO, farewell, sizeof farewell - 1);
    _exit(127);
}

static int open_terminal(uint16_t columns, uint16_t rows)
{
    int unlock = 0;
    struct winsize size = { .ws_col = columns, .ws_row = rows };
    int master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    if (master < 0 || ioctl(master, TIOCSPTLCK, &unlock) != 0 || ioctl(master, TIOCSWINSZ, &size) != 0)
        return -1;
    return master;
}

static void prefer_for_oom(void)
{
    int file = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
    if (file >= 0) {
        (void) !write(file, "300", 3);
        close(file);
    }
}

/* The go-between. What it prints reaches nobody; that it sends nothing is the failure. */
static _Noreturn void go_between(int channel, uint16_t columns, uint16_t rows)
{
    struct machine machine;
    prefer_for_oom();
    if (!machine_find(&machine) || !machine_act_as_root(&machine))
        _exit(70);
    int master = open_terminal(columns, rows);
    int slave = master < 0 ? -1 : ioctl(master, TIOCGPTPEER, O_RDWR | O_NOCTTY);
    if (slave < 0 || !machine_enter(&machine))
        _exit(71);
    dup2(slave, STDIN_FILENO);
    dup2(slave, STDOUT_FILENO);
    dup2(slave, STDERR_FILENO);
    pid_t shell = machine_fork_for_parent();
    if (shell == 0)
        run_shell();
    _exit(shell > 0 && send_result(channel, master, shell) ? 0 : 71);
}

bool terminal_start(struct terminal *terminal, uint16_t columns, uint16_t rows)
{
    int channel[2];
    *terminal = (struct terminal) { .master = -1, .shell = -1 };
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, channel) != 0)
        return false;
    pid_t helper = fork();
    if (helper == 0)
        go_between(channel[1], columns, rows);
    close(channel[1]);
    bool started = helper > 0 && receive_result(channel[0], terminal);
    close(channel[0]);
    if (helper > 0) {
        if (!started)
            kill(helper, SIGKILL);
        waitpid(helper, NULL, 0);
    }
    return started;
}

void terminal_resize(const struct terminal *terminal, uint16_t columns, uint16_t rows)
{
    struct winsize size = { .ws_col = columns, .ws_row = rows };
    ioctl(terminal->master, TIOCSWINSZ, &size);
}
