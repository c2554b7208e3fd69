package dev.drydock.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.instance.DatabaseTrouble;
import dev.drydock.instance.InstanceId;
import jakarta.servlet.http.Cookie;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.web.MockHttpServletRequest;

class SessionSecurityContextsTests {

    /** Any question to this database fails. */
    private final JdbcClient nowhere = JdbcClient.create(new DriverManagerDataSource("jdbc:nowhere"));

    private final SessionSecurityContexts contexts = new SessionSecurityContexts(
            new SessionCookie(new InstanceId("0123456789ab")), new Sessions(nowhere, BelievedTime.ofThisHost()));
    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @Test
    void containsContextGoesByTheCookieAndCostsNoQuery() {
        assertThat(contexts.containsContext(request)).isFalse();

        request.setCookies(
                new Cookie("drydock_0123456789ab", SessionSecret.random().value()));

        assertThat(contexts.containsContext(request)).isTrue();
    }

    @Test
    void contextOfThePageThatTellsOfTroubleWithTheDatabaseIsNobodysAndCostsNoQuery() {
        request.setCookies(
                new Cookie("drydock_0123456789ab", SessionSecret.random().value()));
        request.setAttribute(DatabaseTrouble.ATTRIBUTE, new SQLException("away"));

        assertThat(contexts.loadDeferredContext(request).get().getAuthentication())
                .isNull();
    }
}
