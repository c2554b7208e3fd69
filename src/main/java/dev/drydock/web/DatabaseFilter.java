package dev.drydock.web;

import dev.drydock.instance.DatabaseTrouble;
import dev.drydock.instance.DatabaseWatch;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 503 where the database is in the way, whether it is found out by who asks or by what they asked for: around everything else, security
 * included.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabaseFilter extends OncePerRequestFilter {

    private static final String SECONDS_UNTIL_NEXT_TRY = "5";

    private final DatabaseWatch watch;

    DatabaseFilter(DatabaseWatch watch) {
        this.watch = watch;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            Optional<SQLException> trouble = DatabaseTrouble.in(e);
            if (trouble.isEmpty()) {
                throw e;
            }
            watch.noteTrouble(trouble.get());
            request.setAttribute(DatabaseTrouble.ATTRIBUTE, trouble.get());
            if (response.isCommitted()) {
                throw e;
            }
            response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_NEXT_TRY);
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }
}
