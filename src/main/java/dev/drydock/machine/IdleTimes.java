package dev.drydock.machine;

import java.time.Duration;

/**
 * When a machine that nobody uses is put to rest.
 *
 * @param pause after this long without a learner at it
 * @param stop after this long without a learner at it
 * @param expire after it has been stopped for this long its owner is warned; zero keeps it for good
 * @param grace and after this long since the warning it is removed
 */
record IdleTimes(Duration pause, Duration stop, Duration expire, Duration grace) {

    private static final Duration SHORTEST = Duration.ofMinutes(1);

    /**
     * These, but what is wished for where that is not too much.
     *
     * @param factor how many times as long as these a wish may be
     */
    IdleTimes granting(IdleWish wish, int factor) {
        Duration pauseThen =
                longer(SHORTEST, wish.pauseAfter() == null ? pause : atMost(wish.pauseAfter(), pause, factor));
        Duration stopThen = longer(pauseThen, wish.stopAfter() == null ? stop : atMost(wish.stopAfter(), stop, factor));
        return new IdleTimes(
                pauseThen,
                stopThen,
                wish.expireAfter() == null ? expire : expiring(wish.expireAfter(), factor),
                wish.grace() == null ? grace : atMost(wish.grace(), grace, factor));
    }

    /** A host that keeps machines for good has room for every wish. */
    private Duration expiring(Duration wished, int factor) {
        return expire.isZero() ? wished : atMost(wished, expire, factor);
    }

    private static Duration atMost(Duration wished, Duration usual, int factor) {
        Duration most = usual.multipliedBy(factor);
        return wished.compareTo(most) > 0 ? most : wished;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
