package dev.drydock.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who may ask for what, in which way, and what browsers are told to refuse. Stateless: no HttpSession, ever. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** As long as a session: a class that gives TLS up again is not out of reach for a year. */
    private static final Duration STRICT_TRANSPORT = Duration.ofDays(30);

    @Bean
    SecurityFilterChain requests(
            HttpSecurity http,
            SecurityContextRepository contexts,
            CsrfTokenRepository csrfTokens,
            WebProperties properties,
            ImportMap importMap) {
        return http.securityContext(context -> context.securityContextRepository(contexts))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(RequestCacheConfigurer::disable)
                .logout(logout -> logout.disable())
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens).ignoringRequestMatchers(PublicPaths.tokenless()))
                .headers(headers ->
                        addHeaders(headers, new ContentSecurityPolicy(importMap), properties.strictTransport()))
                .addFilterBefore(new HostFilter(properties.hosts()), CsrfFilter.class)
                .addFilterBefore(new OriginFilter(), CsrfFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(PublicPaths.patterns())
                        .permitAll()
                        .requestMatchers(PublicPaths.teaching())
                        .hasRole("INSTRUCTOR")
                        .anyRequest()
                        .hasRole("LEARNER"))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(
                        (request, response, missing) -> response.sendError(HttpServletResponse.SC_UNAUTHORIZED)))
                .build();
    }

    private static void addHeaders(
            HeadersConfigurer<HttpSecurity> headers, ContentSecurityPolicy policy, boolean strictTransport) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy.header()))
                // With no-referrer, browsers send "Origin: null" with our own forms, and no form would pass the check.
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(
                        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"))
                .httpStrictTransportSecurity(hsts -> addStrictTransport(hsts, strictTransport));
    }

    /** Whoever puts TLS before this server decides for how long and for which names it is promised. */
    private static void addStrictTransport(HeadersConfigurer<HttpSecurity>.HstsConfig hsts, boolean strictTransport) {
        if (strictTransport) {
            hsts.includeSubDomains(false).maxAgeInSeconds(STRICT_TRANSPORT.toSeconds());
        } else {
            hsts.disable();
        }
    }
}
