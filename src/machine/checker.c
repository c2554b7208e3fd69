/*
 * A checker has the outer root's programs, its own container, and only the machine's user namespace, as root of it: it
 * can look at everything of the learner's, and no learner can look at it.
 */
#include "checker.h"
#include "engine.h"
#include "machine.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define DIRECTORY "/run/check"
#define SCRIPT DIRECTORY "/script"

enum { MAX_SCRIPT = 1 << 20, PING_MS = 2000, MESSAGE_FILE = 3, ENGINE_FILE = 9, MAX_VARIABLES = 64 };

/* What a child that did not get as far as the script has to say. */
struct report {
    int status;
    int reason;
};

static void store_script(void)
{
    static char script[MAX_SCRIPT + 1];
    size_t length = 0;
    ssize_t count;
    while (length < sizeof script && (count = read(STDIN_FILENO, script + length, sizeof script - length)) > 0)
        length += (size_t) count;
    if (length > MAX_SCRIPT)
        fail(EXIT_NOT_STARTED, "The check is larger than %d bytes.", MAX_SCRIPT);
    int file = open(SCRIPT, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0755);
    if (file < 0 || write(file, script, length) != (ssize_t) length || fchmod(file, 0755) != 0 || close(file) != 0)
        fail(EXIT_NOT_STARTED, "Cannot store the check in %s: %s.", DIRECTORY, strerror(errno));
}

/* The container's CHECK_NAME is the script's NAME; nothing else of its environment is, but the language. */
static char **environment_of_check(void)
{
    static char *variables[MAX_VARIABLES + 1] = {
        "PATH=/usr/lib/drydock/check:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin",
        "HOME=" DIRECTORY, "TMPDIR=" DIRECTORY, "LANG=C.UTF-8", "DOCKER_HOST=unix:///proc/self/fd/9",
    };
    int count = 5;
    for (char **variable = environ; *variable != NULL && count < MAX_VARIABLES; variable++) {
        if (strncmp(*variable, "CHECK_", 6) == 0)
            variables[count++] = *variable + 6;
        else if (strncmp(*variable, "DRYDOCK_LANGUAGE=", 17) == 0)
            variables[count++] = *variable;
    }
    return variables;
}

/* Standard output of the container becomes the script's third descriptor; what it prints itself is for diagnosis. */
static bool arrange_files(int engine)
{
    int null = open("/dev/null", O_RDONLY | O_CLOEXEC);
    return null >= 0 && dup2(engine, ENGINE_FILE) >= 0 && dup2(STDOUT_FILENO, MESSAGE_FILE) >= 0
        && dup2(STDERR_FILENO, STDOUT_FILENO) >= 0 && dup2(null, STDIN_FILENO) >= 0;
}

/* A task that stops or removes Docker is checked without it. Then the descriptor leads nowhere, and docker fails at once. */
static int open_engine_for_script(const struct machine *machine)
{
    int engine = engine_open(machine);
    if (engine >= 0 && engine_answers(engine, now_ms() + PING_MS))
        return engine;
    if (engine >= 0)
        close(engine);
    const char *need = getenv("DRYDOCK_ENGINE");
    return need != NULL && strcmp(need, "optional") == 0 ? open("/dev/null", O_RDONLY | O_CLOEXEC) : -1;
}

static struct report become_script(const struct machine *machine)
{
    if (!machine_become_root(machine))
        return (struct report) { EXIT_NO_MACHINE, errno };
    int engine = open_engine_for_script(machine);
    if (engine < 0)
        return (struct report) { EXIT_NOT_IN_TIME, 0 };
    /* Out of the way of the numbers that the script is promised. */
    engine = fcntl(engine, F_DUPFD_CLOEXEC, 20);
    if (chdir(DIRECTORY) != 0 || engine < 0 || !arrange_files(engine))
        return (struct report) { EXIT_NOT_STARTED, errno };
    char *const arguments[] = { "check", NULL };
    execve(SCRIPT, arguments, environment_of_check());
    return (struct report) { EXIT_NOT_STARTED, errno };
}

static int explain(struct report report)
{
    if (report.status == EXIT_NO_MACHINE)
        fprintf(stderr, "The machine cannot be entered: %s.\n", strerror(report.reason));
    else if (report.status == EXIT_NOT_IN_TIME)
        fprintf(stderr, "The machine's Engine does not answer.\n");
    else if (report.reason == ENOENT)
        fprintf(stderr, "The check cannot be started: its first line names a program that is not there.\n");
    else
        fprintf(stderr, "The check cannot be started: %s.\n", strerror(report.reason));
    return report.status;
}

/* A script may use any number, but these have a meaning of ours: with one of them it would seem that it never ran. */
static int status_of_script(int wait_status)
{
    int status = exit_status(wait_status);
    return status >= EXIT_NOT_IN_TIME && status <= EXIT_NOT_STARTED ? 1 : status;
}

int run_check(void)
{
    struct machine machine;
    struct report report;
    int channel[2];
    store_script();
    if (!machine_find(&machine))
        fail(EXIT_NO_MACHINE, "There is no machine to check.");
    if (pipe2(channel, O_CLOEXEC) != 0)
        fail(EXIT_NOT_STARTED, "Cannot make a pipe: %s.", strerror(errno));
    /* Clear of the descriptors that are arranged for the script: a report must find its way past them. */
    int sender = fcntl(channel[1], F_DUPFD_CLOEXEC, 20);
    close(channel[1]);
    pid_t pid = fork();
    if (pid < 0 || sender < 0)
        fail(EXIT_NOT_STARTED, "Cannot start the check: %s.", strerror(errno));
    if (pid == 0) {
        report = become_script(&machine);
        _exit(write(sender, &report, sizeof report) == sizeof report ? report.status : EXIT_NOT_STARTED);
    }
    close(sender);
    int status;
    ssize_t count = read(channel[0], &report, sizeof report);
    if (waitpid(pid, &status, 0) != pid)
        fail(EXIT_NOT_STARTED, "The check is lost: %s.", strerror(errno));
    return count == sizeof report ? explain(report) : status_of_script(status);
}
