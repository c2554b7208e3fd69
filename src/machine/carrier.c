#include "carrier.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

void put_u32(uint8_t *to, uint32_t value)
{
    for (int i = 3; i >= 0; i--, value >>= 8)
        to[i] = (uint8_t) value;
}

void put_u64(uint8_t *to, uint64_t value)
{
    for (int i = 7; i >= 0; i--, value >>= 8)
        to[i] = (uint8_t) value;
}

uint16_t get_u16(const uint8_t *from)
{
    return (uint16_t) (from[0] << 8 | from[1]);
}

uint64_t get_u64(const uint8_t *from)
{
    uint64_t value = 0;
    for (int i = 0; i < 8; i++)
        value = value << 8 | from[i];
    return value;
}

static bool set_nonblocking(int file)
{
    int flags = fcntl(file, F_GETFL);
    return flags >= 0 && fcntl(file, F_SETFL, flags | O_NONBLOCK) == 0;
}

bool carrier_greet(struct carrier *carrier, bool *broken)
{
    char byte;
    union { struct cmsghdr header; char space[CMSG_SPACE(3 * sizeof(int))]; } control;
    struct iovec data = { &byte, 1 };
    struct msghdr message = { .msg_iov = &data, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control };
    ssize_t count = recvmsg(carrier->connection, &message, MSG_CMSG_CLOEXEC | MSG_DONTWAIT);
    *broken = count == 0 || (count < 0 && errno != EAGAIN);
    if (count <= 0)
        return false;
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    if (header == NULL || header->cmsg_type != SCM_RIGHTS || header->cmsg_len != CMSG_LEN(3 * sizeof(int))) {
        *broken = true;
        return false;
    }
    int files[3];
    memcpy(files, CMSG_DATA(header), sizeof files);
    carrier->in = files[0];
    carrier->out = files[1];
    carrier->err = files[2];
    *broken = !set_nonblocking(carrier->in) || !set_nonblocking(carrier->out) || !set_nonblocking(carrier->err)
        || send(carrier->connection, "+", 1, MSG_NOSIGNAL) != 1;
    return !*broken;
}

bool carrier_read(struct carrier *carrier)
{
    ssize_t count = read(carrier->in, carrier->in_buffer + carrier->in_length, sizeof carrier->in_buffer - carrier->in_length);
    if (count > 0)
        carrier->in_length += (size_t) count;
    return count > 0 || (count < 0 && (errno == EAGAIN || errno == EINTR));
}

static const char *complaint_about(const struct frame *frame)
{
    switch (frame->type) {
    case FRAME_OPEN:
        return frame->length == 20 ? NULL : "OPEN of a wrong length";
    case FRAME_INPUT:
        return frame->length >= 1 && frame->length <= MAX_INPUT ? NULL : "INPUT of a wrong length";
    case FRAME_RESIZE:
        return frame->length == 4 ? NULL : "RESIZE of a wrong length";
    case FRAME_DRAWN:
        return frame->length == 8 ? NULL : "DRAWN of a wrong length";
    default:
        return "a frame of an unknown type";
    }
}

bool carrier_next(const struct carrier *carrier, size_t *used, struct frame *frame, const char **complaint)
{
    const uint8_t *bytes = carrier->in_buffer + *used;
    size_t available = carrier->in_length - *used;
    frame->type = 0;
    if (available < 4)
        return true;
    uint64_t length = (uint64_t) get_u16(bytes) << 16 | get_u16(bytes + 2);
    if (length < 1 || length > 1 + MAX_INPUT) {
        *complaint = "a frame of a wrong length";
        return false;
    }
    if (available < 4 + length)
        return true;
    *frame = (struct frame) { bytes[4], bytes + 5, length - 1 };
    *used += 4 + length;
    *complaint = complaint_about(frame);
    return *complaint == NULL;
}

void carrier_consume(struct carrier *carrier, size_t used)
{
    memmove(carrier->in_buffer, carrier->in_buffer + used, carrier->in_length - used);
    carrier->in_length -= used;
}

bool carrier_has_room(const struct carrier *carrier, size_t payload)
{
    enum { SMALL_FRAMES = 256 };
    return carrier->out_length + 5 + payload + SMALL_FRAMES <= sizeof carrier->out_buffer;
}

uint8_t *carrier_append(struct carrier *carrier, uint8_t type, size_t payload)
{
    uint8_t *frame = carrier->out_buffer + carrier->out_length;
    put_u32(frame, (uint32_t) (1 + payload));
    frame[4] = type;
    carrier->out_length += 5 + payload;
    return frame + 5;
}

bool carrier_flush(struct carrier *carrier)
{
    while (carrier->out_offset < carrier->out_length) {
        ssize_t count = write(carrier->out, carrier->out_buffer + carrier->out_offset, carrier->out_length - carrier->out_offset);
        if (count < 0)
            return errno == EAGAIN || errno == EINTR;
        carrier->out_offset += (size_t) count;
    }
    carrier->out_offset = carrier->out_length = 0;
    return true;
}

static void tell(int err, const char *complaint)
{
    char line[160];
    size_t length = strlen(complaint);
    if (length > sizeof line - 1)
        length = sizeof line - 1;
    memcpy(line, complaint, length);
    line[length] = '\n';
    if (write(err, line, length + 1) < 0)
        return; /* nobody there to be told */
}

void carrier_close(struct carrier *carrier, const char *complaint)
{
    if (complaint != NULL && carrier->err >= 0) {
        tell(carrier->err, complaint);
        (void) !send(carrier->connection, "!", 1, MSG_NOSIGNAL | MSG_DONTWAIT);
    }
    int files[] = { carrier->in, carrier->out, carrier->err, carrier->connection };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        if (files[i] >= 0)
            close(files[i]);
    carrier->state = CARRIER_FREE;
}
