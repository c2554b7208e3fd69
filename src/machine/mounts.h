/* The machine's file system: put together while still in the outer root, then moved into. */
#ifndef MOUNTS_H
#define MOUNTS_H

/* Mounts everything that a system expects below /machine. Ends the process with words when something cannot be. */
void mounts_prepare(void);

/*
 * Makes /machine the root, lets go of the outer one, and of every descriptor: the standard three are /dev/null then.
 * LAST_WORDS still leads out, for us alone; the next exec closes it.
 */
enum { LAST_WORDS = 3 };

void mounts_move_in(void);

#endif
