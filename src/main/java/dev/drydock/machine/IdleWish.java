package dev.drydock.machine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long a machine should be kept while nobody uses it, in place of what is usual; null where that is all right. See
 * {@code drydock.machines.*} for what each means.
 */
public record IdleWish(
        @Nullable Duration pauseAfter,
        @Nullable Duration stopAfter,
        @Nullable Duration expireAfter,
        @Nullable Duration grace) {

    /** All is as usual. */
    public static final IdleWish NONE = new IdleWish(null, null, null, null);
}
