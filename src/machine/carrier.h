/*
 * One connection to a shell: the pipes of one `shell-holder NAME` process, with frames in both directions as
 * docs/terminal-protocol.md has them. A carrier knows frames and credit; it knows nothing of terminals.
 */
#ifndef CARRIER_H
#define CARRIER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    FRAME_OPEN = 0x01, FRAME_INPUT = 0x02, FRAME_RESIZE = 0x03, FRAME_DRAWN = 0x04,
    FRAME_OPENED = 0x11, FRAME_OUTPUT = 0x12, FRAME_EXITED = 0x13, FRAME_REPLACED = 0x14, FRAME_TAKEN = 0x15,
};

enum {
    FLAG_FRESH = 1, FLAG_CONTINUED = 2,
    MAX_INPUT = 16384, MAX_OUTPUT = 32768, MAX_SIDE = 1000,
    OUTPUT_WINDOW = 262144, INPUT_WINDOW = 65536,
};

enum carrier_state {
    CARRIER_FREE,
    CARRIER_GREETING, /* connected; its pipes have not been handed over yet */
    CARRIER_WAITING,  /* for OPEN */
    CARRIER_OPEN,
    CARRIER_LEAVING,  /* its last frame is on its way */
};

struct carrier {
    enum carrier_state state;
    int connection, in, out, err;
    int64_t deadline;      /* in every state but OPEN */
    uint64_t sent, drawn;  /* positions in the output */
    uint64_t received, taken, reported; /* positions in the input; taken is what the program has, reported what was said */
    int64_t report_due;
    size_t in_length, out_offset, out_length;
    uint8_t in_buffer[65536];
    uint8_t out_buffer[65536 + 4096];
};

/* A frame from the other end; type is 0 when there is no whole one yet. Text is only for the caller to read at once. */
struct frame {
    uint8_t type;
    const uint8_t *payload;
    size_t length;
};

/* Takes the three pipes that a new connection sends. False: nothing has come yet, or the connection is no good (drop it). */
bool carrier_greet(struct carrier *carrier, bool *broken);

/* Reads what is there. False: the other end is gone. */
bool carrier_read(struct carrier *carrier);

/* Takes frames off what was read, one at a time from *used. False: a violation, explained in *complaint. */
bool carrier_next(const struct carrier *carrier, size_t *used, struct frame *frame, const char **complaint);
void carrier_consume(struct carrier *carrier, size_t used);

/* Room for one more frame of output and for the small frames that may have to follow it. */
bool carrier_has_room(const struct carrier *carrier, size_t payload);

/* Appends a frame; returns where its payload goes. */
uint8_t *carrier_append(struct carrier *carrier, uint8_t type, size_t payload);

/* Writes what the pipe takes. False: the other end is gone. */
bool carrier_flush(struct carrier *carrier);

/* Lets go. A complaint is told to the one who is let go. */
void carrier_close(struct carrier *carrier, const char *complaint);

void put_u32(uint8_t *to, uint32_t value);
void put_u64(uint8_t *to, uint64_t value);
uint16_t get_u16(const uint8_t *from);
uint64_t get_u64(const uint8_t *from);

#endif
