package dev.drydock.web;

/** What anybody may ask for who can reach the server; for everything else a learner has to be signed in. */
final class PublicPaths {

    /** An error page is public since it answers those who are not signed in, too. */
    private static final String[] PATTERNS = {
        "/sign-in",
        "/error",
        "/assets/**",
        "/webjars/**",
        "/actuator/health",
        "/actuator/health/liveness",
        "/actuator/health/readiness"
    };

    private PublicPaths() {}

    static String[] patterns() {
        return PATTERNS.clone();
    }
}
