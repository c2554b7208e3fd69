package dev.drydock.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers only to names that are known to be ours. Otherwise any site could point a name of its own at 127.0.0.1 (DNS
 * rebinding) and be, to the browser, the same origin as this server.
 */
final class HostFilter extends OncePerRequestFilter {

    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    private final Set<String> allowed = new HashSet<>(THIS_MACHINE);

    HostFilter(List<String> more) {
        allowed.addAll(more);
    }

    /** An address at which the connection has arrived is ours. No name leads to it that a stranger could have made. */
    private static String address(String local) {
        return local.contains(":") ? "[" + local + "]" : local;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String host = request.getServerName().toLowerCase(Locale.ROOT);
        if (allowed.contains(host) || host.equals(address(request.getLocalAddr()))) {
            chain.doFilter(request, response);
            return;
        }
        PlainText.send(response, 421, """
                This Drydock does not answer to the name '%s'.
                If it is yours, add it to drydock.hosts (in the environment: DRYDOCK_HOSTS=%s) and start again.
                """.formatted(host, host));
    }
}
