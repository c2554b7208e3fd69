package dev.drydock.egress;

import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What one machine may use, and the names that it has asked for.
 *
 * @param sessions how many it may still begin, whatever becomes of them
 * @param connections how many to hosts it may still open
 * @param lookups how many names may still be looked up for it at the same time
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
                // A program that has kept an address for longer than the account is not to be led to another name by
                // it.
                new Names(NAMES, ThreadLocalRandom.current().nextInt(Names.COUNT)));
    }
}
