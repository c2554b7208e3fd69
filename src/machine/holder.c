#include "holder.h"
#include "carrier.h"
#include "machine.h"
#include "shell.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <unistd.h>

_Static_assert((int) TYPED_SIZE == (int) INPUT_WINDOW, "a shell queues what the protocol lets a carrier send");

enum { CARRIERS = 4, GREETING_MS = 10000, OPENING_MS = 30000, LEAVING_MS = 10000, REPORT_MS = 20 };

enum { SLOT_LISTENER, SLOT_SIGNALS, SLOT_PTY, SLOT_CARRIERS, SLOTS = SLOT_CARRIERS + 3 * CARRIERS };

static struct shell shell;

static struct {
    int listener, signals;
    struct carrier carriers[CARRIERS];
} holder;

static struct carrier *open_carrier(void)
{
    for (int i = 0; i < CARRIERS; i++)
        if (holder.carriers[i].state == CARRIER_OPEN)
            return &holder.carriers[i];
    return NULL;
}

/* ---- the shell's side ---- */

/* How much more output may be taken from the program: with nobody there, all of it, so that a build goes on. */
static size_t output_credit(void)
{
    const struct carrier *carrier = open_carrier();
    if (!shell.started || shell.drained)
        return 0;
    if (carrier == NULL)
        return READ_SIZE;
    uint64_t undrawn = shell.ring.end - carrier->drawn;
    if (undrawn >= OUTPUT_WINDOW)
        return 0;
    uint64_t credit = OUTPUT_WINDOW - undrawn;
    return credit < READ_SIZE ? (size_t) credit : READ_SIZE;
}

static void hand_over_input(void)
{
    struct carrier *carrier = open_carrier();
    shell_write(&shell);
    if (carrier == NULL)
        return;
    uint64_t taken = carrier->received - shell.typed_length;
    if (carrier->taken == carrier->reported && taken > carrier->taken)
        carrier->report_due = now_ms() + REPORT_MS;
    carrier->taken = taken;
}

static void notice_children(void)
{
    struct signalfd_siginfo information;
    while (read(holder.signals, &information, sizeof information) > 0)
        continue;
    shell_reap(&shell);
}

/* ---- the carriers' side ---- */

static void leave(struct carrier *carrier)
{
    carrier->state = CARRIER_LEAVING;
    carrier->deadline = now_ms() + LEAVING_MS;
}

static const char *open_shell(struct carrier *carrier, const uint8_t *payload)
{
    uint16_t columns = get_u16(payload), rows = get_u16(payload + 2);
    uint64_t epoch = get_u64(payload + 4), position = get_u64(payload + 12), start;
    uint8_t flags = 0;
    if (columns < 1 || columns > MAX_SIDE || rows < 1 || rows > MAX_SIDE)
        return "OPEN with a size out of range";
    struct carrier *former = open_carrier();
    if (former != NULL) {
        carrier_append(former, FRAME_REPLACED, 0);
        leave(former);
    }
    /* What the former one has typed and the program has not read would not be in the new one's count. */
    shell_forget_typed(&shell);
    if (!shell.started || (shell.ended && epoch != shell.epoch)) {
        if (!shell_start(&shell, columns, rows))
            return "No shell can be started: the machine is not up.";
        flags |= FLAG_FRESH;
    } else {
        terminal_resize(&shell.terminal, columns, rows);
    }
    if (epoch == shell.epoch && position >= ring_start(&shell.ring) && position <= shell.ring.end) {
        start = position;
        flags |= FLAG_CONTINUED;
    } else {
        start = ring_replay_start(&shell.ring);
    }
    carrier->state = CARRIER_OPEN;
    carrier->sent = carrier->drawn = start;
    uint8_t *opened = carrier_append(carrier, FRAME_OPENED, 25);
    put_u64(opened, shell.epoch);
    put_u64(opened + 8, start);
    put_u64(opened + 16, shell.ring.end);
    opened[24] = flags;
    return NULL;
}

static const char *take_input(struct carrier *carrier, const struct frame *frame)
{
    if (carrier->received + frame->length - carrier->reported > INPUT_WINDOW)
        return "more INPUT than was TAKEN";
    carrier->received += frame->length;
    shell_type(&shell, frame->payload, frame->length);
    return NULL;
}

static const char *resize(const uint8_t *payload)
{
    uint16_t columns = get_u16(payload), rows = get_u16(payload + 2);
    if (columns < 1 || columns > MAX_SIDE || rows < 1 || rows > MAX_SIDE)
        return "RESIZE with a size out of range";
    terminal_resize(&shell.terminal, columns, rows);
    return NULL;
}

static const char *drawn(struct carrier *carrier, uint64_t position)
{
    if (position < carrier->drawn || position > carrier->sent)
        return "DRAWN of what has not been sent";
    carrier->drawn = position;
    return NULL;
}

static const char *handle(struct carrier *carrier, const struct frame *frame)
{
    if ((frame->type == FRAME_OPEN) != (carrier->state == CARRIER_WAITING))
        return "OPEN comes first, and once";
    switch (frame->type) {
    case FRAME_OPEN:
        return open_shell(carrier, frame->payload);
    case FRAME_INPUT:
        return take_input(carrier, frame);
    case FRAME_RESIZE:
        return resize(frame->payload);
    default:
        return drawn(carrier, get_u64(frame->payload));
    }
}

static void receive(struct carrier *carrier)
{
    if (!carrier_read(carrier)) {
        carrier_close(carrier, NULL);
        return;
    }
    size_t used = 0;
    struct frame frame;
    const char *complaint = NULL;
    while (carrier->state == CARRIER_WAITING || carrier->state == CARRIER_OPEN) {
        if (!carrier_next(carrier, &used, &frame, &complaint))
            break;
        if (frame.type == 0)
            break;
        complaint = handle(carrier, &frame);
        if (complaint != NULL)
            break;
    }
    if (complaint != NULL)
        carrier_close(carrier, complaint);
    else
        carrier_consume(carrier, used);
}

static void append_output(struct carrier *carrier)
{
    for (;;) {
        uint64_t ready = shell.ring.end - carrier->sent, window = OUTPUT_WINDOW - (carrier->sent - carrier->drawn);
        size_t count = (size_t) (ready < window ? ready : window);
        if (count > MAX_OUTPUT)
            count = MAX_OUTPUT;
        if (count == 0 || !carrier_has_room(carrier, count))
            return;
        ring_copy(&shell.ring, carrier->sent, carrier_append(carrier, FRAME_OUTPUT, count), count);
        carrier->sent += count;
    }
}

/* Credit is reported at leisure, so that a keystroke costs one frame; but soon enough that a paste never waits for it. */
static void append_taken(struct carrier *carrier)
{
    uint64_t news = carrier->taken - carrier->reported;
    if (news == 0 || (news < INPUT_WINDOW / 8 && now_ms() < carrier->report_due) || !carrier_has_room(carrier, 8))
        return;
    put_u64(carrier_append(carrier, FRAME_TAKEN, 8), carrier->taken);
    carrier->reported = carrier->taken;
}

static void send_to(struct carrier *carrier)
{
    if (carrier->state == CARRIER_OPEN) {
        append_output(carrier);
        append_taken(carrier);
        if (shell.drained && carrier->sent == shell.ring.end && carrier_has_room(carrier, 4)) {
            put_u32(carrier_append(carrier, FRAME_EXITED, 4), (uint32_t) shell.status);
            leave(carrier);
            shell_close(&shell);
        }
    }
    if (!carrier_flush(carrier) || (carrier->state == CARRIER_LEAVING && carrier->out_length == 0))
        carrier_close(carrier, NULL);
}

static void greet(struct carrier *carrier)
{
    bool broken;
    if (carrier_greet(carrier, &broken)) {
        carrier->state = CARRIER_WAITING;
        carrier->deadline = now_ms() + OPENING_MS;
    } else if (broken) {
        carrier_close(carrier, NULL);
    }
}

/* Who has waited longest without being OPEN makes room: a newcomer is never kept out by those who do nothing. */
static struct carrier *place_for_newcomer(void)
{
    struct carrier *oldest = NULL;
    for (int i = 0; i < CARRIERS; i++) {
        struct carrier *carrier = &holder.carriers[i];
        if (carrier->state == CARRIER_FREE)
            return carrier;
        if (carrier->state != CARRIER_OPEN && (oldest == NULL || carrier->deadline < oldest->deadline))
            oldest = carrier;
    }
    carrier_close(oldest, "too many connections to this shell");
    return oldest;
}

static void welcome(void)
{
    int connection = accept4(holder.listener, NULL, NULL, SOCK_CLOEXEC | SOCK_NONBLOCK);
    if (connection < 0)
        return;
    struct carrier *carrier = place_for_newcomer();
    memset(carrier, 0, offsetof(struct carrier, in_buffer));
    carrier->connection = connection;
    carrier->in = carrier->out = carrier->err = -1;
    carrier->state = CARRIER_GREETING;
    carrier->deadline = now_ms() + GREETING_MS;
    greet(carrier);
}

/* ---- the loop ---- */

static void watch(struct pollfd *slot, int file, short events)
{
    *slot = (struct pollfd) { .fd = file, .events = events };
}

static void watch_everything(struct pollfd *slots)
{
    watch(&slots[SLOT_LISTENER], holder.listener, POLLIN);
    watch(&slots[SLOT_SIGNALS], holder.signals, POLLIN);
    short events = (short) ((output_credit() > 0 ? POLLIN : 0) | (shell.typed_length > 0 ? POLLOUT : 0));
    /* poll reports a closed terminal whether asked or not; without a file it keeps quiet. */
    bool pty = shell.started && events != 0 && shell.closed_until == 0;
    watch(&slots[SLOT_PTY], pty ? shell.terminal.master : -1, events);
    for (int i = 0; i < CARRIERS; i++) {
        const struct carrier *carrier = &holder.carriers[i];
        bool greeted = carrier->state >= CARRIER_WAITING;
        watch(&slots[SLOT_CARRIERS + 3 * i], carrier->state == CARRIER_FREE ? -1 : carrier->connection, POLLIN);
        watch(&slots[SLOT_CARRIERS + 3 * i + 1], greeted ? carrier->in : -1, carrier->state == CARRIER_LEAVING ? 0 : POLLIN);
        watch(&slots[SLOT_CARRIERS + 3 * i + 2], greeted ? carrier->out : -1, carrier->out_length > 0 ? POLLOUT : 0);
    }
}

static int64_t next_deadline(void)
{
    int64_t next = shell.closed_until > 0 ? shell.closed_until : INT64_MAX;
    for (int i = 0; i < CARRIERS; i++) {
        const struct carrier *carrier = &holder.carriers[i];
        int64_t due = INT64_MAX;
        if (carrier->state == CARRIER_OPEN && carrier->taken > carrier->reported)
            due = carrier->report_due;
        else if (carrier->state != CARRIER_FREE && carrier->state != CARRIER_OPEN)
            due = carrier->deadline;
        if (due < next)
            next = due;
    }
    return next;
}

static void serve_carrier(struct carrier *carrier, const struct pollfd *slots)
{
    if (slots[0].revents != 0 && carrier->state == CARRIER_GREETING)
        greet(carrier);
    else if (slots[0].revents != 0) /* the process at the other end says nothing more; this is its end */
        carrier_close(carrier, NULL);
    else if (slots[2].revents & (POLLERR | POLLHUP))
        carrier_close(carrier, NULL);
    else if (carrier->state == CARRIER_LEAVING && (slots[1].revents & (POLLERR | POLLHUP)))
        carrier_close(carrier, NULL);
    else if (slots[1].revents != 0 && carrier->state != CARRIER_LEAVING)
        receive(carrier);
}

static bool is_finished(void)
{
    static bool was_used;
    was_used |= shell.started;
    for (int i = 0; i < CARRIERS; i++)
        if (holder.carriers[i].state != CARRIER_FREE)
            return false;
    return was_used && !shell.started;
}

static void turn(struct pollfd *slots)
{
    int64_t now = now_ms();
    if (shell.closed_until > 0 && now >= shell.closed_until)
        shell.closed_until = 0;
    notice_children();
    for (int i = 0; i < CARRIERS; i++) {
        struct carrier *carrier = &holder.carriers[i];
        if (carrier->state != CARRIER_FREE)
            serve_carrier(carrier, &slots[SLOT_CARRIERS + 3 * i]);
        if (carrier->state != CARRIER_FREE && carrier->state != CARRIER_OPEN && now >= carrier->deadline)
            carrier_close(carrier, "no OPEN in time");
    }
    if (slots[SLOT_LISTENER].revents != 0)
        welcome();
    if (shell.started) {
        hand_over_input();
        if (slots[SLOT_PTY].revents & (POLLIN | POLLERR | POLLHUP) || (shell.ended && !shell.drained))
            shell_read(&shell, output_credit());
    }
    for (int i = 0; i < CARRIERS; i++)
        if (holder.carriers[i].state >= CARRIER_WAITING)
            send_to(&holder.carriers[i]);
}

int hold_shell(int listener)
{
    sigset_t child;
    sigemptyset(&child);
    sigaddset(&child, SIGCHLD);
    sigprocmask(SIG_BLOCK, &child, NULL);
    holder.listener = listener;
    holder.signals = signalfd(-1, &child, SFD_CLOEXEC | SFD_NONBLOCK);
    if (holder.signals < 0)
        return 1;
    int64_t first_carrier_by = now_ms() + OPENING_MS;
    while (!is_finished()) {
        struct pollfd slots[SLOTS];
        watch_everything(slots);
        int64_t deadline = next_deadline(), now = now_ms();
        if (!shell.started && now >= first_carrier_by && deadline == INT64_MAX)
            return 1; /* started, and then nobody came */
        int timeout = deadline == INT64_MAX ? (shell.started ? -1 : OPENING_MS) : deadline <= now ? 0 : (int) (deadline - now);
        if (poll(slots, SLOTS, timeout) < 0 && errno != EINTR)
            return 1;
        turn(slots);
    }
    return 0;
}
