package dev.drydock.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a page as a browser does that is about to send its form. */
final class Forms {

    private static final Pattern HIDDEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private Forms() {}

    static String hiddenField(Answer page) {
        Matcher field = HIDDEN.matcher(page.body());
        assertThat(field.find()).as("a form token in %s", page.body()).isTrue();
        return "_csrf=" + field.group(1);
    }
}
