package dev.drydock.internet;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The internet for machines, from {@code drydock.internet.*}.
 *
 * @param allowed whether courses may have it at all
 * @param image the egress proxy's image; by default {@code drydock/egress:INSTANCE}
 * @param ports the ports that may be connected to
 * @param connections how many connections one machine may have at the same time
 * @param bandwidth how much one machine may send and receive in a second, together
 * @param silence a connection on which nothing moves for so long is ended
 * @param longest a connection that lasts for so long is ended, though it is in use
 * @param alsoAllowed parts of the addresses that machines may reach although they are not on the internet, such as {@code 10.1.2.3/32}
 * @param alsoRefused parts of the addresses that machines may not reach although they are on the internet
 * @param nameServers addresses to ask for names; empty: those that the engine uses
 */
@Validated
@ConfigurationProperties("drydock.internet")
public record InternetProperties(
        @DefaultValue("false") boolean allowed,
        @Nullable String image,
        @DefaultValue({"80", "443"}) @NotEmpty List<@Min(1) @Max(65535) Integer> ports,
        @DefaultValue("48") @Min(1) @Max(1000) int connections,
        @DefaultValue("4MB") DataSize bandwidth,
        @DefaultValue("2m") Duration silence,
        @DefaultValue("1h") Duration longest,
        @DefaultValue List<String> alsoAllowed,
        @DefaultValue List<String> alsoRefused,
        @DefaultValue List<String> nameServers) {

    private static final DataSize LEAST = DataSize.ofKilobytes(16);
    private static final Duration SHORTEST = Duration.ofSeconds(5);

    public InternetProperties {
        ports = List.copyOf(ports);
        alsoAllowed = List.copyOf(alsoAllowed);
        alsoRefused = List.copyOf(alsoRefused);
        nameServers = List.copyOf(nameServers);
        if (bandwidth.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException("drydock.internet.bandwidth is " + bandwidth.toBytes()
                    + " bytes a second. Give at least " + LEAST.toKilobytes() + "KB, such as 4MB.");
        }
        atLeast(SHORTEST, "silence", silence);
        atLeast(SHORTEST, "longest", longest);
        alsoAllowed.forEach(part -> checkPart("also-allowed", part));
        alsoRefused.forEach(part -> checkPart("also-refused", part));
        nameServers.forEach(server -> checkAddress("name-servers", server, server));
    }

    private static void atLeast(Duration least, String name, Duration value) {
        if (value.compareTo(least) < 0) {
            throw new IllegalArgumentException("drydock.internet." + name + " is " + value.toSeconds()
                    + " s. Give at least " + least.toSeconds() + "s.");
        }
    }

    private static void checkPart(String name, String part) {
        int slash = part.indexOf('/');
        InetAddress address = checkAddress(name, slash < 0 ? part : part.substring(0, slash), part);
        String length = part.substring(slash + 1);
        if (slash >= 0
                && (!length.matches("[0-9]{1,3}")
                        || Integer.parseInt(length) > address.getAddress().length * Byte.SIZE)) {
            throw bad(name, part);
        }
    }

    private static InetAddress checkAddress(String name, String address, String whole) {
        // Java alone would read 10.1 as 10.0.0.1.
        if (!address.contains(":") && !address.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}")) {
            throw bad(name, whole);
        }
        try {
            return InetAddress.ofLiteral(address);
        } catch (IllegalArgumentException e) {
            throw bad(name, whole);
        }
    }

    private static IllegalArgumentException bad(String name, String value) {
        return new IllegalArgumentException("drydock.internet." + name + " has '" + value
                + "', which is no address. Give addresses, or parts such as 10.1.2.0/24, with commas between them.");
    }
}
