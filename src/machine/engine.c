#include "engine.h"

#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

static const char PING[] = "GET /_ping HTTP/1.0\r\nHost: docker\r\n\r\n";

int engine_open(const struct machine *machine)
{
    return engine_open_at(machine, "run/docker.sock");
}

int engine_open_at(const struct machine *machine, const char *path)
{
    struct stat status;
    int file = machine_open(machine, path, 0);
    if (file >= 0 && (fstat(file, &status) != 0 || !S_ISSOCK(status.st_mode))) {
        close(file);
        return -1;
    }
    return file;
}

/* Until the Engine has come up its connections wait in the backlog: this waits with them, and needs no polling. */
static bool reads_ok(int connection, int64_t deadline)
{
    char answer[16] = "";
    size_t length = 0;
    while (length < sizeof answer - 1) {
        int64_t left = deadline - now_ms();
        struct pollfd ready = { connection, POLLIN, 0 };
        if (left <= 0 || poll(&ready, 1, (int) left) != 1)
            return false;
        ssize_t count = recv(connection, answer + length, sizeof answer - 1 - length, MSG_DONTWAIT);
        if (count <= 0)
            return false;
        length += (size_t) count;
    }
    return strncmp(answer, "HTTP/1.", 7) == 0 && strncmp(answer + 8, " 200 ", 5) == 0;
}

bool engine_answers(int socket_file, int64_t deadline)
{
    struct sockaddr_un address = { .sun_family = AF_UNIX };
    snprintf(address.sun_path, sizeof address.sun_path, "/proc/self/fd/%d", socket_file);
    int64_t left = deadline - now_ms();
    int connection = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (left <= 0 || connection < 0)
        return false;
    struct timeval limit = { .tv_sec = left / 1000, .tv_usec = left % 1000 * 1000 };
    setsockopt(connection, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
    bool answers = connect(connection, (struct sockaddr *) &address, sizeof address) == 0
        && send(connection, PING, sizeof PING - 1, MSG_NOSIGNAL) == (ssize_t) sizeof PING - 1
        && reads_ok(connection, deadline);
    close(connection);
    return answers;
}
