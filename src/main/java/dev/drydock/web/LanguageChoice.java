package dev.drydock.web;

import java.util.Locale;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Lets any page be asked for with {@code ?lang=ko}; a language that we do not speak changes nothing. */
final class LanguageChoice extends LocaleChangeInterceptor {

    LanguageChoice() {
        setParamName(Languages.PARAMETER);
        setIgnoreInvalidLocale(true);
    }

    @Override
    protected Locale parseLocaleValue(String value) {
        return Languages.of(value).orElseThrow(() -> new IllegalArgumentException("Not spoken here: " + value));
    }
}
