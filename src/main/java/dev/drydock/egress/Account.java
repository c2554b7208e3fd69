package dev.drydock.egress;

import java.util.concurrent.Semaphore;

/**
 * What one machine may use, and the names that it has asked for.
 *
 * @param sessions how many it may still begin, whatever becomes of them
 * @param connections how many to hosts it may still open
 * @param lookups how many names it may still ask for at the same time
 */
record Account(Semaphore sessions, Semaphore connections, Semaphore lookups, TokenBucket bandwidth, Names names) {

    private static final int LOOKUPS = 8;
    private static final int NAMES = 1024;

    static Account with(int connections, long bandwidth) {
        return new Account(
                new Semaphore(2 * connections + LOOKUPS),
                new Semaphore(connections),
                new Semaphore(LOOKUPS),
                TokenBucket.of(bandwidth),
                new Names(NAMES));
    }
}
