package dev.drydock.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.instance.InstanceId;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SessionCookieTests {

    private final SessionCookie cookie = new SessionCookie(new InstanceId("0123456789ab"));
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void writeWhenRequestIsSecureMarksTheCookieSecure() {
        request.setSecure(true);
        cookie.write(SessionSecret.random(), request, response);

        assertThat(response.getHeader("Set-Cookie"))
                .startsWith("drydock_0123456789ab=")
                .contains("; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/");
    }

    @Test
    void writeWhenRequestIsNotSecureDoesNotMarkIt() {
        cookie.write(SessionSecret.random(), request, response);

        assertThat(response.getHeader("Set-Cookie")).doesNotContain("Secure");
    }

    @Test
    void readReturnsWhatWasWritten() {
        SessionSecret secret = SessionSecret.random();
        request.setCookies(new Cookie("drydock_0123456789ab", secret.value()));

        assertThat(cookie.read(request)).contains(secret);
    }

    @Test
    void readWhenCookieIsAnothersOrMadeUpReturnsEmpty() {
        assertThat(cookie.read(request)).isEmpty();
        request.setCookies(
                new Cookie("drydock_ba9876543210", SessionSecret.random().value()),
                new Cookie("drydock_0123456789ab", ""));

        assertThat(cookie.read(request)).isEmpty();
    }
}
