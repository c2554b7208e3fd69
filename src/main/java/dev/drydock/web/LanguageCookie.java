package dev.drydock.web;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** Remembers the language that somebody chose; until they do, their browser's preference counts. */
final class LanguageCookie extends CookieLocaleResolver {

    LanguageCookie() {
        super("drydock_language");
        setDefaultLocaleFunction(Languages::preferred);
        setCookieMaxAge(Duration.ofDays(365));
        setCookieHttpOnly(true);
        setCookieSameSite("Lax");
    }

    @Override
    protected @Nullable Locale parseLocaleValue(String value) {
        return Languages.of(value).orElse(null);
    }
}
