#include "shell.h"
#include "machine.h"

#include <errno.h>
#include <string.h>
#include <sys/random.h>
#include <sys/wait.h>
#include <unistd.h>

enum { CLOSED_MS = 100 };

bool shell_start(struct shell *shell, uint16_t columns, uint16_t rows)
{
    if (shell->started)
        shell_close(shell);
    shell->ended = shell->drained = false;
    shell->closed_until = 0;
    shell->ring.end = 0;
    shell_forget_typed(shell);
    do {
        if (getrandom(&shell->epoch, sizeof shell->epoch, 0) != sizeof shell->epoch)
            return false;
    } while (shell->epoch == 0);
    shell->started = terminal_start(&shell->terminal, columns, rows);
    return shell->started;
}

/* A learner's process can make itself a sibling, and so our child; every one is reaped, but only the shell counts. */
void shell_reap(struct shell *shell)
{
    int status;
    pid_t pid;
    while ((pid = waitpid(-1, &status, WNOHANG)) > 0)
        if (shell->started && !shell->ended && pid == shell->terminal.shell) {
            shell->ended = true;
            shell->status = exit_status(status);
        }
}

/* The kernel hands out 4 KiB at most; what is there already is collected into one frame, and nothing is waited for. */
void shell_read(struct shell *shell, size_t credit)
{
    while (credit > 0) {
        size_t space;
        uint8_t *to = ring_space(&shell->ring, &space);
        ssize_t count = read(shell->terminal.master, to, credit < space ? credit : space);
        if (count > 0) {
            ring_added(&shell->ring, (size_t) count);
            credit -= (size_t) count;
            continue;
        }
        if (count < 0 && errno == EINTR)
            continue;
        /* EIO: every slave is closed, for good only if the shell has ended. */
        if (shell->ended)
            shell->drained = true;
        else if (count == 0 || errno != EAGAIN)
            shell->closed_until = now_ms() + CLOSED_MS;
        return;
    }
}

void shell_type(struct shell *shell, const uint8_t *bytes, size_t count)
{
    if (shell->typed_offset + shell->typed_length + count > sizeof shell->typed) {
        memmove(shell->typed, shell->typed + shell->typed_offset, shell->typed_length);
        shell->typed_offset = 0;
    }
    memcpy(shell->typed + shell->typed_offset + shell->typed_length, bytes, count);
    shell->typed_length += count;
}

void shell_write(struct shell *shell)
{
    while (shell->typed_length > 0 && !shell->ended) {
        ssize_t count = write(shell->terminal.master, shell->typed + shell->typed_offset, shell->typed_length);
        if (count <= 0)
            break;
        shell->typed_offset += (size_t) count;
        shell->typed_length -= (size_t) count;
    }
    if (shell->ended || shell->typed_length == 0)
        shell_forget_typed(shell);
}

void shell_forget_typed(struct shell *shell)
{
    shell->typed_offset = shell->typed_length = 0;
}

void shell_close(struct shell *shell)
{
    close(shell->terminal.master);
    shell->started = false;
}
