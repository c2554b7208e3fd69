/* One shell as its holder has it: the program on its terminal, its recent output, and input that it has not taken yet. */
#ifndef SHELL_H
#define SHELL_H

#include "ring.h"
#include "terminal.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { TYPED_SIZE = 65536, READ_SIZE = 32768 };

struct shell {
    struct terminal terminal;
    bool started; /* there is a shell, or its remains that nobody has been told of */
    bool ended;   /* it has ended; status is valid */
    bool drained; /* and everything it wrote is in the ring */
    int status;
    int64_t closed_until; /* when not 0, no slave is open: nothing to read before that time */
    uint64_t epoch;
    struct ring ring;
    size_t typed_offset, typed_length;
    uint8_t typed[TYPED_SIZE];
};

bool shell_start(struct shell *shell, uint16_t columns, uint16_t rows);

/* Reaps whoever has ended, and notices when it was the shell. */
void shell_reap(struct shell *shell);

/* Takes at most `credit` bytes of output into the ring. */
void shell_read(struct shell *shell, size_t credit);

/* Queues input (there must be room), hands it to the program as far as that takes it, or forgets it. */
void shell_type(struct shell *shell, const uint8_t *bytes, size_t count);
void shell_write(struct shell *shell);
void shell_forget_typed(struct shell *shell);

/* The end of it has been told. */
void shell_close(struct shell *shell);

#endif
