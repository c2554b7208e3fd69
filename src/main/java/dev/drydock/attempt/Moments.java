package dev.drydock.attempt;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Points in time as a page says them: in its language, by the server's time zone, which is the class's. */
final class Moments {

    private Moments() {}

    static String day(Instant instant, Locale language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language)
                .withZone(ZoneId.systemDefault())
                .format(instant);
    }

    static String dayAndTime(Instant instant, Locale language) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(language)
                .withZone(ZoneId.systemDefault())
                .format(instant);
    }
}
