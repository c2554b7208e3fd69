package dev.drydock.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTests {

    @ParameterizedTest
    @CsvSource({
        "example.com, example.com",
        "EXAMPLE.com, example.com",
        "example.com., example.com",
        "xn--3e0b707e.kr, xn--3e0b707e.kr",
        "a_b.example.com, a_b.example.com",
        "1.example.com, 1.example.com",
        "127.0.0.1.example.com, 127.0.0.1.example.com",
    })
    void parseWhenItIsANameReturnsItAsEverybodyReadsIt(String text, String name) throws Refused {
        assertThat(Target.parse(text)).isEqualTo(new Target.Name(name));
    }

    @Test
    void parseWhenItIsAnAddressReturnsIt() throws Refused {
        assertThat(Target.parse("203.0.113.7")).isEqualTo(new Target.Literal(InetAddress.ofLiteral("203.0.113.7")));
        assertThat(Target.parse("0.0.0.0")).isEqualTo(new Target.Literal(InetAddress.ofLiteral("0.0.0.0")));
        assertThat(Target.parse("[2001:DB8::7]")).isEqualTo(new Target.Literal(InetAddress.ofLiteral("2001:db8::7")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2130706433",
                "0x7f000001",
                "0x7f.0.0.1",
                "0177.0.0.1",
                "017700000001",
                "127.1",
                "127.0.1",
                "127.0.0.01",
                "127.0.0.1.",
                "127.0.0.1..",
                "127.0.0.0x1",
                "1.2.3.4.5",
                "256.1.1.1",
                "example.0x7f",
                "[::1%lo]",
                "[fe80::1%25eth0]",
                "[::ffff:127.0.0.1",
                "::1",
                "[]",
                "[127.0.0.1]",
                "[1.2.3]",
                "",
                ".",
                "..",
                "a..example.com",
                "-a.example.com",
                "a b.example.com",
                "example.com/path",
                "user@example.com",
                "example.com\u0000.evil.example",
                "exa\u200bmple.com",
                "ⓔxample.com",
                "１２７.0.0.1",
            })
    void parseWhenProgramsReadItDifferentlyIsRefused(String text) {
        assertThatThrownBy(() -> Target.parse(text))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(Refusal.NOTATION));
    }

    @Test
    void parseWhenAMappedAddressIsWrittenAsIpv6ReturnsTheIpv4AddressToBeChecked() throws Refused {
        assertThat(Target.parse("[::ffff:127.0.0.1]"))
                .isEqualTo(new Target.Literal(InetAddress.ofLiteral("127.0.0.1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST", "localhost.", "lab"})
    void parseWhenTheNameIsOnlyGoodNearbyIsUnknown(String text) {
        assertThatThrownBy(() -> Target.parse(text))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(Refusal.UNKNOWN));
    }

    @Test
    void parseWhenItIsLongerThanNamesAreIsRefused() {
        assertThatThrownBy(() -> Target.parse("a.".repeat(127) + "com")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Target.parse("a".repeat(64) + ".com")).isInstanceOf(Refused.class);
    }
}
