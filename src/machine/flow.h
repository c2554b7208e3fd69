/* Bytes on their way from one nonblocking socket to another. */
#ifndef FLOW_H
#define FLOW_H

#include <stdbool.h>
#include <stddef.h>

enum { FLOW_ROOM = 16384 };

struct flow {
    size_t taken, filled; /* what lies between is on its way */
    bool at_end;          /* nothing more will come */
    bool ended;           /* and the receiver has been told so */
    char bytes[FLOW_ROOM];
};

/* Something that goes first. */
void flow_begin(struct flow *flow, const char *text);

/* Whether there is something to send, and whether there is room for more. */
bool flow_has(const struct flow *flow);
bool flow_wants(const struct flow *flow);

/* Everything has been sent, the end included. */
bool flow_ended(const struct flow *flow);

/* As much as can be done without waiting; false when one of the two is broken. */
bool flow_move(struct flow *flow, int from, int to);

#endif
