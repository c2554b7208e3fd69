#include "way.h"
#include "flow.h"
#include "machine.h"

#include <arpa/inet.h>
#include <errno.h>
#include <linux/netfilter_ipv4.h>
#include <poll.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

/* More than the proxy lets a machine have: who is refused is told so. */
enum { MOST_PAIRS = 96, MOST_QUERIES = 24, LONGEST_QUERY = 512, QUERY_PATIENCE_MS = 12000, START_PATIENCE_MS = 3000, PAUSE_NS = 20000000, FIXED = 3 };

static const char PROXY[] = "/internet/egress.sock";

static struct pair {
    bool used;
    int ends[2];
    struct flow flows[2]; /* from ends[0] to ends[1], and back */
} pairs[MOST_PAIRS];

static struct query {
    bool used;
    int proxy;
    struct sockaddr_in from;
    int64_t deadline;
    size_t length;
    unsigned char answer[2 + LONGEST_QUERY + 16];
} queries[MOST_QUERIES];

static int listener, resolver;

/* A unix socket connects at once, or not at all while the proxy is away or has too much to do. */
static int connect_to_proxy(void)
{
    struct sockaddr_un there = { .sun_family = AF_UNIX };
    memcpy(there.sun_path, PROXY, sizeof PROXY);
    int proxy = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (proxy >= 0 && connect(proxy, (struct sockaddr *) &there, sizeof there) == 0)
        return proxy;
    if (proxy >= 0)
        close(proxy);
    return -1;
}

bool way_open(int listening, int asked)
{
    listener = listening;
    resolver = asked;
    /* The server may just have started it. */
    int64_t deadline = now_ms() + START_PATIENCE_MS;
    int proxy;
    while ((proxy = connect_to_proxy()) < 0 && now_ms() < deadline)
        nanosleep(&(struct timespec) { .tv_nsec = PAUSE_NS }, NULL);
    if (proxy >= 0)
        close(proxy);
    return proxy >= 0;
}

/* Where it was going before the machine's iptables sent it here; where they have not, it meant us. */
static struct sockaddr_in wanted(int client)
{
    struct sockaddr_in address = { 0 };
    socklen_t size = sizeof address;
    if (getsockopt(client, IPPROTO_IP, SO_ORIGINAL_DST, &address, &size) != 0) {
        size = sizeof address;
        getsockname(client, (struct sockaddr *) &address, &size);
    }
    return address;
}

static void accept_one(void)
{
    int client = accept4(listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (client < 0)
        return;
    for (size_t i = 0; i < MOST_PAIRS; i++) {
        struct pair *pair = &pairs[i];
        if (pair->used)
            continue;
        int proxy = connect_to_proxy();
        if (proxy < 0)
            break;
        *pair = (struct pair) { .used = true, .ends = { client, proxy } };
        struct sockaddr_in there = wanted(client);
        char address[INET_ADDRSTRLEN], line[64];
        inet_ntop(AF_INET, &there.sin_addr, address, sizeof address);
        snprintf(line, sizeof line, "TCP %s %d\n", address, ntohs(there.sin_port));
        flow_begin(&pair->flows[0], line);
        return;
    }
    close(client);
}

static void end_pair(struct pair *pair)
{
    close(pair->ends[0]);
    close(pair->ends[1]);
    pair->used = false;
}

static void carry_pair(struct pair *pair, const struct pollfd events[2])
{
    bool broken = ((events[0].revents | events[1].revents) & (POLLERR | POLLNVAL)) != 0;
    for (int from = 0; from < 2 && !broken; from++)
        broken = !flow_move(&pair->flows[from], pair->ends[from], pair->ends[1 - from]);
    if (broken || (flow_ended(&pair->flows[0]) && flow_ended(&pair->flows[1])))
        end_pair(pair);
}

static void end_query(struct query *query)
{
    close(query->proxy);
    query->used = false;
}

/* The query, as a response: server failure. Better than a silence that whoever asks has to wait out. */
static void answer_failure(unsigned char *text, size_t length, const struct sockaddr_in *from)
{
    if (length < 12)
        return;
    text[2] |= 0x80;
    text[3] = (unsigned char) ((text[3] & 0xf0) | 2);
    sendto(resolver, text, length, MSG_DONTWAIT, (const struct sockaddr *) from, sizeof *from);
}

static void ask(unsigned char *text, size_t length, const struct sockaddr_in *from)
{
    for (size_t i = 0; i < MOST_QUERIES; i++) {
        struct query *query = &queries[i];
        if (query->used)
            continue;
        unsigned char line[6 + LONGEST_QUERY] = { 'D', 'N', 'S', '\n', (unsigned char) (length >> 8), (unsigned char) length };
        memcpy(line + 6, text, length);
        int proxy = connect_to_proxy();
        if (proxy < 0) {
            answer_failure(text, length, from);
            return;
        }
        *query = (struct query) { .used = true, .proxy = proxy, .from = *from, .deadline = now_ms() + QUERY_PATIENCE_MS };
        if (write(proxy, line, 6 + length) != (ssize_t) (6 + length))
            end_query(query);
        return;
    }
}

static void take_queries(void)
{
    unsigned char text[LONGEST_QUERY];
    struct sockaddr_in from;
    socklen_t size = sizeof from;
    ssize_t length;
    while ((length = recvfrom(resolver, text, sizeof text, 0, (struct sockaddr *) &from, &size)) >= 0) {
        if (length > 0 && size == sizeof from)
            ask(text, (size_t) length, &from);
        size = sizeof from;
    }
}

static void read_answer(struct query *query)
{
    ssize_t count = read(query->proxy, query->answer + query->length, sizeof query->answer - query->length);
    if (count < 0 && errno == EAGAIN)
        return;
    if (count > 0)
        query->length += (size_t) count;
    size_t whole = query->length < 2 ? 2 : 2u + ((size_t) query->answer[0] << 8 | query->answer[1]);
    if (count > 0 && query->length < whole && whole <= sizeof query->answer)
        return;
    if (query->length == whole && whole > 2)
        sendto(resolver, query->answer + 2, whole - 2, MSG_DONTWAIT, (struct sockaddr *) &query->from, sizeof query->from);
    end_query(query);
}

/* What to wait for: input, listener and queries, then two for each pair, then one for each query. Unused ones are -1, and skipped. */
static size_t prepare(struct pollfd *events, int input)
{
    events[0] = (struct pollfd) { .fd = input, .events = POLLIN };
    events[1] = (struct pollfd) { .fd = listener, .events = POLLIN };
    events[2] = (struct pollfd) { .fd = resolver, .events = POLLIN };
    size_t count = FIXED;
    for (size_t i = 0; i < MOST_PAIRS; i++) {
        const struct pair *pair = &pairs[i];
        for (int end = 0; end < 2; end++) {
            short wish = 0;
            if (pair->used)
                wish = (short) ((flow_wants(&pair->flows[end]) ? POLLIN : 0) | (flow_has(&pair->flows[1 - end]) ? POLLOUT : 0));
            /* An end of which nothing is wanted would only tell again and again that the other side has hung up. */
            events[count++] = (struct pollfd) { .fd = wish != 0 ? pair->ends[end] : -1, .events = wish };
        }
    }
    for (size_t i = 0; i < MOST_QUERIES; i++)
        events[count++] = (struct pollfd) { .fd = queries[i].used ? queries[i].proxy : -1, .events = POLLIN };
    return count;
}

static int patience(void)
{
    for (size_t i = 0; i < MOST_QUERIES; i++)
        if (queries[i].used)
            return 1000;
    return -1;
}

static void handle(const struct pollfd *events)
{
    for (size_t i = 0; i < MOST_PAIRS; i++) {
        const struct pollfd *both = &events[FIXED + 2 * i];
        if (pairs[i].used && (both[0].revents != 0 || both[1].revents != 0))
            carry_pair(&pairs[i], both);
    }
    for (size_t i = 0; i < MOST_QUERIES; i++) {
        struct query *query = &queries[i];
        if (query->used && events[FIXED + 2 * MOST_PAIRS + i].revents != 0)
            read_answer(query);
        else if (query->used && now_ms() > query->deadline)
            end_query(query);
    }
    if (events[1].revents != 0)
        accept_one();
    if (events[2].revents != 0)
        take_queries();
}

void way_carry(int input)
{
    static struct pollfd events[FIXED + 2 * MOST_PAIRS + MOST_QUERIES];
    for (;;) {
        size_t count = prepare(events, input);
        if (poll(events, count, patience()) < 0 && errno != EINTR)
            fail(EXIT_NOT_STARTED, "Cannot wait: %s.", strerror(errno));
        char waste[64];
        if (events[0].revents != 0 && read(input, waste, sizeof waste) <= 0)
            return;
        handle(events);
    }
}
