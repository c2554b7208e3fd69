package dev.drydock.web;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;

/**
 * What the one who asked is told when it went wrong.
 *
 * @param status the HTTP status
 * @param reason what happened, in their language
 * @param remedy what they can do about it, in their language
 */
record Mishap(int status, String reason, String remedy) {

    static Mishap of(int status, MessageSource messages, Locale locale) {
        return new Mishap(
                status, sentence("reason", status, messages, locale), sentence("remedy", status, messages, locale));
    }

    /** People and progress can be neither read nor written now. */
    static Mishap ofDatabase(MessageSource messages, Locale locale) {
        String sentences = "error.database.";
        return new Mishap(
                HttpStatus.SERVICE_UNAVAILABLE.value(),
                messages.getMessage(sentences + "reason", null, locale),
                messages.getMessage(sentences + "remedy", null, locale));
    }

    String asText() {
        return reason + "\n" + remedy + "\n";
    }

    private static String sentence(String kind, int status, MessageSource messages, Locale locale) {
        String general = messages.getMessage("error." + status / 100 + "xx." + kind, null, locale);
        String particular = messages.getMessage("error." + status + "." + kind, null, general, locale);
        return particular == null ? general : particular;
    }
}
