/*
 * machine-http [--user NAME:PASSWORD] [--accept TYPE] PORT PATH: asks a web server that listens in the machine. The body
 * of its answer goes to standard output, its status (000: no answer) to standard error; the exit code is curl's.
 *
 * Only the network namespace of the machine is entered. What asks is this side's curl, with this side's libraries and
 * files and no settings but these; it follows no redirection, resolves no name, and is bounded in time and size.
 */
#include "machine.h"

#include <errno.h>
#include <linux/close_range.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { USAGE = 2, MAX_PATH = 2000 };

static const char CURL[] = "/usr/bin/curl";

static _Noreturn void explain_usage(void)
{
    fail(USAGE, "Usage: machine-http [--user NAME:PASSWORD] [--accept TYPE] PORT PATH");
}

static long port_of(const char *text)
{
    char *end;
    long port = strtol(text, &end, 10);
    if (*text < '0' || *text > '9' || *end != '\0' || port < 1 || port > 65535)
        fail(USAGE, "%s: is not a port; one is a number from 1 to 65535", text);
    return port;
}

static const char *path_of(const char *text)
{
    if (*text != '/' || strlen(text) > MAX_PATH)
        fail(USAGE, "%s: is not a path; one starts with / and has at most %d bytes", text, MAX_PATH);
    for (const unsigned char *c = (const unsigned char *) text; *c != '\0'; c++) {
        if (*c <= ' ' || *c >= 127)
            fail(USAGE, "%s: is not a path; blanks and letters beyond ASCII are written as %%20 and the like", text);
    }
    return text;
}

/* What every question is asked with; room is left for the options and the address. */
static char *curl[32] = {
    "curl", "--disable", "--silent", "--globoff", "--path-as-is", "--proto", "=http", "--noproxy", "*", "--http1.1",
    "--connect-timeout", "2", "--max-time", "3", "--max-filesize", "1048576", "--output", "-", "--fail-with-body",
    "--write-out", "%{stderr}%{http_code}",
};

static void add(char *argument)
{
    size_t length = 0;
    while (curl[length] != NULL)
        length++;
    if (length + 1 >= sizeof curl / sizeof curl[0])
        explain_usage();
    curl[length] = argument;
}

/* Answers where the options end. */
static int add_options(int count, char **arguments)
{
    static char accept[512];
    int at = 1;
    for (; count - at > 2; at += 2) {
        if (strcmp(arguments[at], "--user") == 0) {
            add("--user");
            add(arguments[at + 1]);
        } else if (strcmp(arguments[at], "--accept") == 0) {
            snprintf(accept, sizeof accept, "Accept: %s", arguments[at + 1]);
            add("--header");
            add(accept);
        } else {
            explain_usage();
        }
    }
    return at;
}

int main(int count, char **arguments)
{
    static char address[MAX_PATH + 64];
    int at = add_options(count, arguments);
    if (count - at != 2)
        explain_usage();
    snprintf(address, sizeof address, "http://127.0.0.1:%ld%s", port_of(arguments[at]), path_of(arguments[at + 1]));
    add(address);
    struct machine machine;
    machine_visit(&machine);
    if (!machine_enter_network(&machine))
        fail(EXIT_NO_MACHINE, "The machine's network cannot be entered: %s.", strerror(errno));
    close_range(STDERR_FILENO + 1, ~0u, 0);
    execve(CURL, curl, (char *const[]) { "LANG=C.UTF-8", NULL });
    fail(EXIT_NOT_STARTED, "%s: %s", CURL, strerror(errno));
}
