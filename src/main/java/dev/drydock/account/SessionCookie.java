package dev.drydock.account;

import dev.drydock.instance.InstanceId;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * The cookie with the session's secret. Its name carries the instance's id, since browsers keep cookies by host and not
 * by port: two instances on 127.0.0.1 would otherwise sign each other out. It is SameSite=Lax and not Strict: a browser
 * that follows the printed address from another site (a terminal in a browser, a chat) would withhold a Strict cookie from
 * the very redirect that follows the sign-in. What Lax lets through, reading by GET, changes nothing.
 */
final class SessionCookie {

    private final String name;

    SessionCookie(InstanceId instance) {
        this.name = nameFor(instance);
    }

    static String nameFor(InstanceId instance) {
        return "drydock_" + instance;
    }

    Optional<SessionSecret> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return Stream.of(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst()
                .flatMap(cookie -> SessionSecret.parse(cookie.getValue()));
    }

    void write(SessionSecret secret, HttpServletRequest request, HttpServletResponse response) {
        add(secret.value(), Sessions.LIFETIME, request, response);
    }

    void remove(HttpServletRequest request, HttpServletResponse response) {
        add("", Duration.ZERO, request, response);
    }

    private void add(String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(name, value)
                .path("/")
                .maxAge(age)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
