/* The last bytes of an endless stream, found by their positions in it. */
#ifndef RING_H
#define RING_H

#include <stddef.h>
#include <stdint.h>

enum { RING_SIZE = 1 << 20 };

struct ring {
    uint64_t end;
    uint8_t bytes[RING_SIZE];
};

/* The position of the oldest byte that is still there. */
uint64_t ring_start(const struct ring *ring);

/* Where the next bytes go, and how many fit without a turn of the ring. Tell ring_added what has arrived. */
uint8_t *ring_space(struct ring *ring, size_t *size);
void ring_added(struct ring *ring, size_t count);

void ring_copy(const struct ring *ring, uint64_t position, void *to, size_t count);

/* Where a replay of everything begins: after the first newline, when what stood before it has been overwritten. */
uint64_t ring_replay_start(const struct ring *ring);

#endif
