#ifndef CHECKER_H
#define CHECKER_H

/* `machine-enter check`: runs the script on standard input against the machine, and returns its verdict. */
int run_check(void);

#endif
