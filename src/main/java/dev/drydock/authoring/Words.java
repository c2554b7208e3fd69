package dev.drydock.authoring;

import java.time.Duration;
import java.util.Locale;

/** Numbers as they stand in sentences. */
final class Words {

    private Words() {}

    static String count(long count, String noun) {
        return count + " " + (count == 1 ? noun : noun + "s");
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
