package dev.drydock.internet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class InternetPropertiesTests {

    @Test
    void allowedWhenNothingIsSaidIsFalse() {
        assertThat(read(Map.of()).allowed()).isFalse();
    }

    @Test
    void partsWhenThereAreSeveralAreAllThere() {
        assertThat(read(Map.of("drydock.internet.also-allowed", "10.1.2.0/24,10.9.9.9,2001:db8::/32"))
                        .alsoAllowed())
                .containsExactly("10.1.2.0/24", "10.9.9.9", "2001:db8::/32");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "also-allowed; mirror.example; mirror.example",
                "also-allowed; 10.1/16; 10.1/16",
                "also-allowed; 10.0.0.0/33; 10.0.0.0/33",
                "also-refused; 10.0.0.0/; 10.0.0.0/",
                "also-refused; 2001:db8::/129; 2001:db8::/129",
                "name-servers; dns.example; dns.example",
                "bandwidth; 1KB; at least 16KB",
                "silence; 1s; at least 5s",
                "longest; 0s; at least 5s",
            })
    void valueThatMakesNoSenseNamesTheSettingAndTheRemedy(String name, String value, String words) {
        assertThatThrownBy(() -> read(Map.of("drydock.internet." + name, value)))
                .isInstanceOf(BindException.class)
                .hasRootCauseInstanceOf(IllegalArgumentException.class)
                .rootCause()
                .hasMessageContaining("drydock.internet." + name)
                .hasMessageContaining(words)
                .hasMessageContaining("Give ");
    }

    private static InternetProperties read(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("drydock.internet", InternetProperties.class);
    }
}
