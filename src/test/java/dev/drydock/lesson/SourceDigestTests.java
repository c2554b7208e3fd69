package dev.drydock.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceDigestTests {

    private static final String TEXT = "# T\n\nOne\ntwo.\n";

    @Test
    void digestReturnsTwelveDigitsThatStayTheSame() {
        assertThat(SourceDigest.of(TEXT)).isEqualTo("0eb4843fa4ea");
    }

    @Test
    void digestWhenOnlyWhiteSpaceThatNobodySeesDiffersReturnsTheSame() {
        String same = SourceDigest.of(TEXT);

        assertThat(SourceDigest.of(TEXT.replace("\n", "\r\n"))).isEqualTo(same);
        assertThat(SourceDigest.of(TEXT.replace("One", "One  "))).isEqualTo(same);
        assertThat(SourceDigest.of(TEXT + "\n\n")).isEqualTo(same);
        assertThat(SourceDigest.of("\uFEFF" + TEXT)).isEqualTo(same);
    }

    @Test
    void digestWhenTheTextDiffersReturnsAnother() {
        assertThat(SourceDigest.of(TEXT.replace("two", "Two"))).isNotEqualTo(SourceDigest.of(TEXT));
        assertThat(SourceDigest.of(TEXT.replace("One\n", "One\n\n"))).isNotEqualTo(SourceDigest.of(TEXT));
    }
}
