package dev.drydock.web;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * How the server may be addressed, and what its pages are made of.
 *
 * @param hosts names by which browsers may call this server, beyond those of this machine itself; without ports
 * @param strictTransport whether browsers are told to come by TLS only from now on; not for a certificate that nobody vouches for
 * @param importMap where the browser's modules are found
 */
@ConfigurationProperties("drydock")
record WebProperties(
        @DefaultValue List<String> hosts,
        @DefaultValue("false") boolean strictTransport,
        @DefaultValue("classpath:importmap.json") Resource importMap) {

    private static final Pattern HOST = Pattern.compile("[a-z0-9._-]+|\\[[0-9a-f:.]+]");

    WebProperties {
        hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
        hosts.forEach(WebProperties::check);
    }

    private static void check(String host) {
        if (!HOST.matcher(host).matches()) {
            throw new IllegalArgumentException("drydock.hosts takes names like class.example.org or 192.0.2.7, without"
                    + " scheme and port (an IPv6 address in brackets), not '" + host + "'");
        }
    }
}
