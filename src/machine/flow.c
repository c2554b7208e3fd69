#include "flow.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

void flow_begin(struct flow *flow, const char *text)
{
    flow->filled = strlen(text);
    memcpy(flow->bytes, text, flow->filled);
}

bool flow_has(const struct flow *flow)
{
    return flow->taken < flow->filled;
}

bool flow_wants(const struct flow *flow)
{
    return !flow->at_end && !flow_has(flow);
}

bool flow_ended(const struct flow *flow)
{
    return flow->ended;
}

static bool must_wait(void)
{
    return errno == EAGAIN || errno == EINTR;
}

static bool fill(struct flow *flow, int from)
{
    ssize_t count = read(from, flow->bytes, sizeof flow->bytes);
    if (count < 0)
        return must_wait();
    flow->taken = 0;
    flow->filled = (size_t) count;
    flow->at_end = count == 0;
    return true;
}

static bool drain(struct flow *flow, int to)
{
    ssize_t count = send(to, flow->bytes + flow->taken, flow->filled - flow->taken, MSG_NOSIGNAL);
    if (count < 0)
        return must_wait();
    flow->taken += (size_t) count;
    return true;
}

bool flow_move(struct flow *flow, int from, int to)
{
    if (flow_wants(flow) && !fill(flow, from))
        return false;
    if (flow_has(flow) && !drain(flow, to))
        return false;
    if (flow->at_end && !flow_has(flow) && !flow->ended) {
        flow->ended = true;
        shutdown(to, SHUT_WR);
    }
    return true;
}
