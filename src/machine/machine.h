/*
 * Finding the machine from its outer root, and getting into it.
 *
 * Who calls these runs as the machine's owner (a host uid that has no capability anywhere but in the machine's own
 * user namespace, which it owns) or, in a check, as root of that namespace.
 */
#ifndef MACHINE_H
#define MACHINE_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

enum { EXIT_NOT_IN_TIME = 69, EXIT_NO_MACHINE = 70, EXIT_NOT_STARTED = 71 };

/* The directory of a machine's init in the outer /proc: if that process ends, the directory answers ESRCH for ever. */
struct machine {
    int proc;
};

/* True when the machine exists: its namespaces are made and its ids are mapped. */
bool machine_find(struct machine *machine);

/*
 * Enters the user namespace, and nothing else, with the rights of its root. The real uid stays the owner's, so that what the
 * kernel counts by uid goes on being counted for this machine alone.
 */
bool machine_act_as_root(const struct machine *machine);

/* The same, as its root altogether. */
bool machine_become_root(const struct machine *machine);

/*
 * For what a check calls, and for trying that by hand: finds the machine and becomes its root, unless the caller is
 * that already. Ends the program where there is none.
 */
void machine_visit(struct machine *machine);

/* Enters the network namespace, and nothing else: programs and files stay this side's. */
bool machine_enter_network(const struct machine *machine);

/* Enters every other namespace: root and working directory are the machine's then. Ask machine_become_root first. */
bool machine_enter(const struct machine *machine);

/*
 * Forks a process into the pid namespace that was entered. It is a child of the caller's parent: whoever entered the
 * machine can leave, and nothing of the outer root stays behind it.
 */
pid_t machine_fork_for_parent(void);

/* Opens a learner's path (O_PATH) so that no symbolic link leads out of the machine. */
int machine_open(const struct machine *machine, const char *path, int flags);

/*
 * Bounds how many files one process of the machine may have open, whatever the host's engine allows. Open files are kernel
 * memory, and the kernel has only so many for all.
 */
void machine_bound_open_files(void);

/* The environment of every program that runs in the machine. */
extern char *const machine_environment[];

/* The clock for deadlines, in milliseconds. */
int64_t now_ms(void);

/* Words on standard error, then the end. */
_Noreturn void fail(int status, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* What a shell would report for a status of waitpid. */
int exit_status(int wait_status);

#endif
