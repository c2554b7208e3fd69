/*
 * machine-enter ready [--engine-optional] [--timeout SECONDS]
 *                                               waits until the machine's Engine answers (or, optionally, has not come up)
 * machine-enter inside [--dir DIR] -- CMD ARG…  runs a program as the machine's root, in the machine
 * machine-enter check                           runs a checker (see checker.c)
 */
#include "checker.h"
#include "engine.h"
#include "machine.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/close_range.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { DEFAULT_TIMEOUT = 30, MAX_TIMEOUT = 3600, PAUSE_NS = 5000000 };

static void pause_until(int64_t deadline)
{
    if (now_ms() >= deadline)
        fail(EXIT_NOT_IN_TIME, "The machine is not ready in time.");
    nanosleep(&(struct timespec) { .tv_nsec = PAUSE_NS }, NULL);
}

/* While a machine's init is on its way to its first exec, the kernel lets nobody look into it, not even its owner. */
static void become_root_in_time(struct machine *machine, int64_t deadline)
{
    for (;;) {
        if (machine_find(machine)) {
            if (machine_become_root(machine))
                return;
            if (errno != EACCES)
                fail(EXIT_NO_MACHINE, "The machine cannot be entered: %s.", strerror(errno));
            close(machine->proc);
        }
        pause_until(deadline);
    }
}

/* /etc/rc leaves this when it has started what there is to start: no Engine now means that there will be none. */
static bool machine_has_started(const struct machine *machine)
{
    int file = machine_open(machine, "run/machine-started", 0);
    if (file < 0)
        return false;
    close(file);
    return true;
}

static bool machine_is_ready(const struct machine *machine, bool engine_optional, int64_t deadline)
{
    bool started = machine_has_started(machine);
    int engine = engine_open(machine);
    if (engine < 0)
        return engine_optional && started;
    bool answers = engine_answers(engine, deadline);
    close(engine);
    return answers || (engine_optional && started && now_ms() < deadline);
}

static int wait_until_ready(int count, char **arguments)
{
    static const char usage[] = "Usage: machine-enter ready [--engine-optional] [--timeout SECONDS]";
    long seconds = DEFAULT_TIMEOUT;
    bool engine_optional = count > 0 && strcmp(arguments[0], "--engine-optional") == 0;
    if (engine_optional) {
        arguments++;
        count--;
    }
    if (count == 2 && strcmp(arguments[0], "--timeout") == 0)
        seconds = strtol(arguments[1], NULL, 10);
    else if (count != 0)
        fail(2, "%s", usage);
    if (seconds < 1 || seconds > MAX_TIMEOUT)
        fail(2, "The timeout must be from 1 to %d seconds.", MAX_TIMEOUT);
    int64_t deadline = now_ms() + seconds * 1000;
    struct machine machine;
    become_root_in_time(&machine, deadline);
    while (!machine_is_ready(&machine, engine_optional, deadline))
        pause_until(deadline);
    return 0;
}

static _Noreturn void execute(const char *directory, char **command)
{
    close_range(STDERR_FILENO + 1, ~0u, CLOSE_RANGE_CLOEXEC);
    if (chdir(directory) != 0)
        fail(126, "Cannot go to %s: %s.", directory, strerror(errno));
    /* execvp looks along PATH, and takes it from here. */
    environ = (char **) machine_environment;
    execvp(command[0], command);
    fail(errno == ENOENT ? 127 : 126, "%s: %s", command[0], strerror(errno));
}

static int run_inside(int count, char **arguments)
{
    const char *directory = "/root";
    if (count >= 2 && strcmp(arguments[0], "--dir") == 0) {
        directory = arguments[1];
        arguments += 2;
        count -= 2;
    }
    if (count < 2 || strcmp(arguments[0], "--") != 0)
        fail(2, "Usage: machine-enter inside [--dir DIR] -- CMD [ARG]...");
    struct machine machine;
    if (!machine_find(&machine))
        fail(EXIT_NO_MACHINE, "There is no machine to enter.");
    /* The program is our child, but not our only one: a learner can make others. So its number comes through a pipe. */
    int channel[2];
    if (pipe2(channel, O_CLOEXEC) != 0)
        fail(EXIT_NO_MACHINE, "Cannot make a pipe: %s.", strerror(errno));
    pid_t helper = fork(), pid;
    if (helper == 0) {
        if (!machine_become_root(&machine) || !machine_enter(&machine))
            fail(EXIT_NO_MACHINE, "The machine cannot be entered: %s.", strerror(errno));
        pid = machine_fork_for_parent();
        if (pid == 0)
            execute(directory, arguments + 1);
        _exit(pid > 0 && write(channel[1], &pid, sizeof pid) == sizeof pid ? 0 : EXIT_NO_MACHINE);
    }
    close(channel[1]);
    int status;
    if (helper < 0 || read(channel[0], &pid, sizeof pid) != sizeof pid || waitpid(pid, &status, 0) != pid)
        return EXIT_NO_MACHINE;
    return exit_status(status);
}

int main(int count, char **arguments)
{
    if (count >= 2 && strcmp(arguments[1], "ready") == 0)
        return wait_until_ready(count - 2, arguments + 2);
    if (count >= 2 && strcmp(arguments[1], "inside") == 0)
        return run_inside(count - 2, arguments + 2);
    if (count == 2 && strcmp(arguments[1], "check") == 0)
        return run_check();
    fail(2, "Usage: machine-enter ready [--engine-optional] [--timeout SECONDS] | inside [--dir DIR] -- CMD [ARG]... | check");
}
