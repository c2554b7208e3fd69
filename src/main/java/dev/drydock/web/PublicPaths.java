package dev.drydock.web;

/** What anybody may ask for who can reach the server, and what instructors alone may; for everything else a learner has to be signed in. */
final class PublicPaths {

    /** An error page is public since it answers those who are not signed in, too. */
    private static final String[] PATTERNS = {
        "/sign-in",
        "/sign-in/join",
        "/sign-in/return",
        "/join/*",
        "/error",
        "/assets/**",
        "/webjars/**",
        "/actuator/health",
        "/actuator/health/liveness",
        "/actuator/health/readiness"
    };

    /** Forms of who has no session yet, and so no token: it takes an {@code Origin} to post them. */
    private static final String[] TOKENLESS = {"/sign-in/join", "/sign-in/return"};

    /** What instructors alone may ask for. */
    private static final String[] TEACHING = {"/teach/**"};

    private PublicPaths() {}

    static String[] patterns() {
        return PATTERNS.clone();
    }

    static String[] teaching() {
        return TEACHING.clone();
    }

    static String[] tokenless() {
        return TOKENLESS.clone();
    }
}
