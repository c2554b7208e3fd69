package dev.drydock.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what another site's page sends: whatever changes something, and every WebSocket. Cookies do not tell sites on
 * the same host apart, and a WebSocket carries no form token, so it has to say where it comes from.
 */
final class OriginFilter extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** Elsewhere a program that is no browser may leave it out; the form token still has to be right. */
    private static final Set<String> TOKENLESS = Set.of(PublicPaths.tokenless());

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String origin = request.getHeader("Origin");
        if (isAcceptable(origin, request)) {
            chain.doFilter(request, response);
            return;
        }
        PlainText.send(
                response, 403, """
                This request comes from another site (%s) than the one it goes to (%s).
                Behind a proxy that speaks HTTPS, set server.forward-headers-strategy=native.
                """.formatted(origin == null ? "it does not say which" : origin, ownOrigin(request)));
    }

    private static boolean isAcceptable(@Nullable String origin, HttpServletRequest request) {
        if ("websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
            return ownOrigin(request).equalsIgnoreCase(origin);
        }
        return READING.contains(request.getMethod())
                || (origin == null
                        ? !TOKENLESS.contains(request.getServletPath())
                        : ownOrigin(request).equalsIgnoreCase(origin));
    }

    private static String ownOrigin(HttpServletRequest request) {
        String scheme = request.getScheme();
        int port = request.getServerPort();
        boolean usual = port == (scheme.equals("https") ? 443 : 80);
        return scheme + "://" + request.getServerName() + (usual ? "" : ":" + port);
    }
}
