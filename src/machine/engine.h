/* The machine's own Engine, seen from outside. Its answers are the learner's word. */
#ifndef ENGINE_H
#define ENGINE_H

#include "machine.h"

/* The descriptor (O_PATH) of its socket, or -1. The caller is root of the machine's user namespace. */
int engine_open(const struct machine *machine);

/* The same for another daemon of the machine's, which the learner has started at a path of their choice. */
int engine_open_at(const struct machine *machine, const char *path);

/* Whether it answers before the deadline. */
bool engine_answers(int socket, int64_t deadline);

#endif
