/* A login shell in the machine, on a pseudo terminal whose other end stays out here. */
#ifndef TERMINAL_H
#define TERMINAL_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

struct terminal {
    int master;  /* non-blocking */
    pid_t shell; /* our child, in the machine's namespaces */
};

bool terminal_start(struct terminal *terminal, uint16_t columns, uint16_t rows);

void terminal_resize(const struct terminal *terminal, uint16_t columns, uint16_t rows);

#endif
