#include "ring.h"

#include <string.h>

uint64_t ring_start(const struct ring *ring)
{
    return ring->end > RING_SIZE ? ring->end - RING_SIZE : 0;
}

uint8_t *ring_space(struct ring *ring, size_t *size)
{
    size_t offset = ring->end % RING_SIZE;
    *size = RING_SIZE - offset;
    return ring->bytes + offset;
}

void ring_added(struct ring *ring, size_t count)
{
    ring->end += count;
}

void ring_copy(const struct ring *ring, uint64_t position, void *to, size_t count)
{
    size_t offset = position % RING_SIZE;
    size_t straight = count < RING_SIZE - offset ? count : RING_SIZE - offset;
    memcpy(to, ring->bytes + offset, straight);
    memcpy((uint8_t *) to + straight, ring->bytes, count - straight);
}

uint64_t ring_replay_start(const struct ring *ring)
{
    uint64_t start = ring_start(ring);
    if (start == 0)
        return 0;
    for (uint64_t position = start; position < ring->end; position++)
        if (ring->bytes[position % RING_SIZE] == '\n')
            return position + 1;
    return start;
}
