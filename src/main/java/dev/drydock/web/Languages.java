package dev.drydock.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages that Drydock speaks. */
final class Languages {

    static final String PARAMETER = "lang";
    static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.KOREAN);

    private Languages() {}

    /** The language that a tag asks for, whatever its region. */
    static Optional<Locale> of(String tag) {
        String language = Locale.forLanguageTag(tag).getLanguage();
        return SPOKEN.stream()
                .filter(spoken -> spoken.getLanguage().equals(language))
                .findFirst();
    }

    /** The browser's most preferred language among ours, or English. */
    static Locale preferred(HttpServletRequest request) {
        return Collections.list(request.getLocales()).stream()
                .flatMap(locale -> of(locale.toLanguageTag()).stream())
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}
