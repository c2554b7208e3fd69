package dev.drydock.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Metrics are for whoever hosts the classroom: no session counts here, only the token. A browser that was led astray has no token, so the name
 * that the server is called by does not matter.
 */
@Configuration(proxyBeanMethods = false)
class MetricsSecurity {

    static final String PATH = "/actuator/prometheus";

    @Bean
    @Order(0)
    SecurityFilterChain metrics(HttpSecurity http, MetricsToken token) {
        return http.securityMatcher(PATH)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .logout(logout -> logout.disable())
                .requestCache(cache -> cache.disable())
                .authorizeHttpRequests(requests -> requests.anyRequest()
                        .access((who, asked) -> new AuthorizationDecision(token.isIn(Objects.requireNonNullElse(
                                asked.getRequest().getHeader(HttpHeaders.AUTHORIZATION), "")))))
                .exceptionHandling(errors -> errors.authenticationEntryPoint((request, response, missing) -> {
                    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                    PlainText.send(response, HttpServletResponse.SC_UNAUTHORIZED, """
                            Metrics want the token from the file metrics-token in the data directory, as
                            Authorization: Bearer TOKEN
                            """);
                }))
                .build();
    }
}
