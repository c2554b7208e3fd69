/*
 * machine-engine SOCKET COMMAND [ARG]...: runs a program of this side's, such as docker, with another daemon of the
 * machine's as its Engine: the socket becomes descriptor 9, and DOCKER_HOST says so.
 *
 * The path is the learner's, and found without trusting a single link on the way to it; that somebody listens there
 * is seen before the program starts, so that none has to wait for a daemon that is silent.
 */
#include "engine.h"
#include "machine.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { ENGINE_FILE = 9, PING_MS = 2000 };

int main(int count, char **arguments)
{
    if (count < 3 || arguments[1][0] != '/')
        fail(2, "Usage: machine-engine /PATH/OF/SOCKET COMMAND [ARG]...");
    struct machine machine;
    machine_visit(&machine);
    int engine = engine_open_at(&machine, arguments[1]);
    if (engine < 0 || !engine_answers(engine, now_ms() + PING_MS))
        fail(EXIT_NOT_IN_TIME, "No Engine answers at %s.", arguments[1]);
    if ((engine != ENGINE_FILE && dup3(engine, ENGINE_FILE, 0) < 0)
        || setenv("DOCKER_HOST", "unix:///proc/self/fd/9", 1) != 0)
        fail(EXIT_NOT_STARTED, "The program cannot be started: %s.", strerror(errno));
    execvp(arguments[2], arguments + 2);
    fail(errno == ENOENT ? 127 : 126, "%s: %s", arguments[2], strerror(errno));
}
