/*
 * machine-internet: the machine's end of its way to the internet, for as long as its standard input is open. It listens in the machine's
 * network, at 172.16.0.3:5998, and carries what comes there to the egress proxy's socket. That socket is on this side only: no
 * learner can see it, nor this program, nor end it; and the proxy knows by its uid, which only this machine has, for whom it asks.
 *
 * Says "ready" when it listens.
 */
#include "machine.h"
#include "way.h"

#include <arpa/inet.h>
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PORT = 5998, BACKLOG = 64 };

static const char ADDRESS[] = "172.16.0.3";

/* The address may not be there yet, or not be there any more: that is the learner's affair. */
static int listening(int type)
{
    const int on = 1;
    struct sockaddr_in here = { .sin_family = AF_INET, .sin_port = htons(PORT) };
    inet_pton(AF_INET, ADDRESS, &here.sin_addr);
    int socket_ = socket(AF_INET, type | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (socket_ < 0 || setsockopt(socket_, IPPROTO_IP, IP_FREEBIND, &on, sizeof on) != 0
        || (type == SOCK_STREAM && setsockopt(socket_, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) != 0)
        || bind(socket_, (struct sockaddr *) &here, sizeof here) != 0
        || (type == SOCK_STREAM && listen(socket_, BACKLOG) != 0))
        fail(EXIT_NOT_STARTED, "Cannot listen at %s:%d in the machine: %s.", ADDRESS, PORT, strerror(errno));
    return socket_;
}

union control {
    char space[CMSG_SPACE(2 * sizeof(int))];
    struct cmsghdr header;
};

static void hand_over(int channel, const int sockets[2])
{
    char byte = 0;
    union control control;
    memset(&control, 0, sizeof control);
    struct iovec piece = { &byte, 1 };
    struct msghdr message = { .msg_iov = &piece, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control };
    control.header = (struct cmsghdr) { .cmsg_len = CMSG_LEN(2 * sizeof(int)), .cmsg_level = SOL_SOCKET, .cmsg_type = SCM_RIGHTS };
    memcpy(CMSG_DATA(&control.header), sockets, 2 * sizeof(int));
    if (sendmsg(channel, &message, 0) != 1)
        fail(EXIT_NOT_STARTED, "Cannot hand the sockets over: %s.", strerror(errno));
}

static void take_over(int channel, int sockets[2])
{
    char byte;
    union control control;
    struct iovec piece = { &byte, 1 };
    struct msghdr message = { .msg_iov = &piece, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control };
    if (recvmsg(channel, &message, MSG_CMSG_CLOEXEC) != 1 || message.msg_controllen < CMSG_LEN(2 * sizeof(int)))
        _exit(EXIT_NOT_STARTED); /* the child has said why */
    memcpy(sockets, CMSG_DATA(&control.header), 2 * sizeof(int));
}

/* A child acts as the machine's root to make them there. We stay who we are: the proxy would not know us otherwise. */
static void sockets_in_machine(int sockets[2])
{
    struct machine machine;
    if (!machine_find(&machine))
        fail(EXIT_NO_MACHINE, "There is no machine to listen in.");
    int channel[2];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, channel) != 0)
        fail(EXIT_NOT_STARTED, "Cannot make a pair of sockets: %s.", strerror(errno));
    pid_t child = fork();
    if (child < 0)
        fail(EXIT_NOT_STARTED, "Cannot fork: %s.", strerror(errno));
    if (child == 0) {
        if (!machine_act_as_root(&machine) || !machine_enter_network(&machine))
            fail(EXIT_NO_MACHINE, "The machine's network cannot be entered: %s.", strerror(errno));
        hand_over(channel[1], (int[]) { listening(SOCK_STREAM), listening(SOCK_DGRAM) });
        _exit(0);
    }
    close(channel[1]);
    take_over(channel[0], sockets);
    close(channel[0]);
    waitpid(child, NULL, 0);
}

int main(void)
{
    int sockets[2];
    signal(SIGPIPE, SIG_IGN);
    sockets_in_machine(sockets);
    if (!way_open(sockets[0], sockets[1]))
        fail(EXIT_NOT_IN_TIME, "The proxy between machines and the internet does not answer.");
    if (write(STDOUT_FILENO, "ready\n", 6) != 6)
        return EXIT_NOT_STARTED;
    way_carry(STDIN_FILENO);
    return 0;
}
