package dev.drydock.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilledFragmentTests {

    @ParameterizedTest
    @CsvSource({"none,none", "#,x", "#a#b#,xaxbx", "a##b,axxb"})
    void writtenFragmentHasTheFillingAtEachMarkAndReadsTheSame(String html, String filled) throws IOException {
        FilledFragment fragment = new FilledFragment(html, "#", "x");
        StringWriter written = new StringWriter();

        fragment.write(written);

        assertThat(written).hasToString(filled);
        assertThat(new StringBuilder().append((CharSequence) fragment)).hasToString(filled);
    }
}
