/*
 * /sbin/init of the learner's system: starts /etc/rc, reaps, and on SIGTERM lets /etc/rc stop things before it ends.
 * It has no other process to depend on, so a learner may kill everything in sight and still have a machine.
 */
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* The outer Engine gives a container ten seconds; be gone before it loses patience. */
enum { SECONDS_TO_STOP = 8 };

static pid_t run_rc(const char *verb)
{
    pid_t pid = fork();
    if (pid != 0)
        return pid;
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    setsid();
    execl("/etc/rc", "rc", verb, (char *) NULL);
    _exit(127);
}

/* True when the given process was among those that have ended. */
static int reap(pid_t awaited)
{
    int found = 0;
    pid_t pid;
    while ((pid = waitpid(-1, NULL, WNOHANG)) > 0)
        found |= pid == awaited;
    return found;
}

static int stop(const sigset_t *signals)
{
    pid_t rc = run_rc("stop");
    time_t deadline = time(NULL) + SECONDS_TO_STOP;
    while (rc > 0 && !reap(rc) && time(NULL) < deadline)
        sigtimedwait(signals, NULL, &(struct timespec) { .tv_sec = 1 });
    return EXIT_SUCCESS;
}

int main(void)
{
    sigset_t signals;
    sigfillset(&signals);
    sigprocmask(SIG_SETMASK, &signals, NULL);
    sigemptyset(&signals);
    sigaddset(&signals, SIGCHLD);
    sigaddset(&signals, SIGTERM);
    if (chdir("/") != 0)
        return EXIT_FAILURE;
    run_rc("start");
    for (;;) {
        if (sigwaitinfo(&signals, NULL) == SIGTERM)
            return stop(&signals);
        reap(0);
    }
}
