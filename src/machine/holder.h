/* The process that holds one shell: a pseudo terminal, its recent output, and whoever is looking at the moment. */
#ifndef HOLDER_H
#define HOLDER_H

/* Serves connections to the listening socket until the shell has ended and somebody has been told. */
int hold_shell(int listener);

#endif
