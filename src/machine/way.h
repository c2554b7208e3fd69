/*
 * Carrying connections and DNS queries of a machine to the egress proxy. A connection begins with the line
 * "TCP ADDRESS PORT", which says where the program in the machine wanted to go; a query with "DNS" and its length in two bytes, and its
 * answer comes alike.
 */
#ifndef WAY_H
#define WAY_H

#include <stdbool.h>

/* Both are nonblocking: a listening TCP socket and a UDP socket. False when there is no proxy. */
bool way_open(int listener, int queries);

/* Until the input ends. */
void way_carry(int input);

#endif
