package dev.drydock.check;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How checkers are run, from {@code drydock.check.*}.
 *
 * @param timeout how long a checker may take, its own container's start included
 */
@ConfigurationProperties("drydock.check")
public record CheckProperties(@DefaultValue("10s") Duration timeout) {

    public CheckProperties {
        if (timeout.compareTo(Duration.ofSeconds(1)) < 0 || timeout.compareTo(Duration.ofMinutes(5)) > 0) {
            throw new IllegalArgumentException(
                    "drydock.check.timeout is " + timeout.toMillis() + "ms; it must be between 1s and 5m.");
        }
    }
}
