package dev.drydock.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.journey.ComposedClassroom;
import dev.drydock.journey.Visitor;
import dev.drydock.terminal.Socket;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our recipes for proxies, in the real proxies, before the classroom in its container: all that a learner does goes through TLS. */
@Tag("contract")
class ReverseProxyTests {

    private static final String LESSON = "/courses/docker-basics/lessons/01-first-container";
    private static final byte[] OPEN = ByteBuffer.allocate(21)
            .put((byte) 1)
            .putShort((short) 80)
            .putShort((short) 24)
            .array();
    private static final int ALIVE = 0x22;

    private static final Map<String, ReverseProxy> PROXIES = new HashMap<>();
    private static ComposedClassroom classroom;

    @BeforeAll
    static void start() throws IOException {
        classroom =
                ComposedClassroom.start("DRYDOCK_HOSTS=" + ReverseProxy.NAME, "SERVER_FORWARDHEADERSSTRATEGY=native");
        String upstream = URI.create(classroom.origin()).getAuthority();
        PROXIES.put("nginx", ReverseProxy.nginx(upstream));
        PROXIES.put("Caddy", ReverseProxy.caddy(upstream));
    }

    @AfterAll
    static void stop() throws IOException {
        for (ReverseProxy proxy : PROXIES.values()) {
            proxy.close();
        }
        if (classroom != null) {
            classroom.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nginx", "Caddy"})
    void signInThroughAProxyKeepsItsCookieToTlsAndPromisesIt(String name) throws Exception {
        ReverseProxy proxy = proxy(name);

        HttpResponse<String> answer = proxy.client()
                .send(HttpRequest.newBuilder(URI.create(address(proxy))).build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie).contains("; Secure"));
        assertThat(answer.headers()
                        .firstValue("Location")
                        .map(to -> URI.create(proxy.origin()).resolve(to).toString()))
                .hasValue(proxy.origin() + "/");
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).hasValue("max-age=86400");
    }

    /** Both at once, because it takes a while until a server that has nothing to say says so. */
    @Test
    void terminalThroughAProxyEchoesAtOnceAndStaysOpenWhileNobodyTypes() throws Exception {
        try (Socket nginx = Socket.open(learner(proxy("nginx")), "/terminal/proxy-nginx");
                Socket caddy = Socket.open(learner(proxy("Caddy")), "/terminal/proxy-caddy")) {
            for (Socket socket : List.of(nginx, caddy)) {
                socket.send(OPEN);
                socket.awaitFrame(0x11);
                socket.send(input("echo $((6*7))-typed\n"));
                socket.awaitOutput("42-typed");
            }
            for (Socket socket : List.of(nginx, caddy)) {
                socket.awaitFrame(ALIVE);
                socket.send(input("echo $((7*7))-later\n"));
                socket.awaitOutput("49-later");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nginx", "Caddy"})
    void terminalOfAnotherSitesPageIsRefusedBehindAProxyToo(String name) throws Exception {
        ReverseProxy proxy = proxy(name);
        Visitor learner = learner(proxy);

        for (String origin :
                new String[] {"https://elsewhere.example", proxy.origin().replace("https", "http"), classroom.origin()
                }) {
            assertThatThrownBy(() -> Socket.from(origin, learner, "/terminal/proxy"))
                    .cause()
                    .isInstanceOfSatisfying(WebSocketHandshakeException.class, refusal -> assertThat(
                                    refusal.getResponse().statusCode())
                            .isEqualTo(403));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nginx", "Caddy"})
    void formThroughAProxyIsTakenWhateverTheClientSaysOfItsWay(String name) throws Exception {
        Visitor learner = learner(proxy(name));
        String way =
                "X-Forwarded-Host,elsewhere.example,X-Forwarded-Proto,http,Forwarded,host=elsewhere.example;proto=http";

        HttpResponse<String> answer = learner.post(LESSON, "/sign-out", way.split(","));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        assertThat(learner.get(LESSON).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nginx", "Caddy"})
    void formOfTwoHundredKilobytesReachesTheServer(String name) throws Exception {
        Visitor learner = learner(proxy(name));

        HttpResponse<String> answer = learner.postForm(LESSON, "/sign-out", "more=" + "x".repeat(200 * 1024));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    }

    private static ReverseProxy proxy(String name) {
        return Objects.requireNonNull(PROXIES.get(name));
    }

    private static Visitor learner(ReverseProxy proxy) throws IOException, GeneralSecurityException {
        return Visitor.signedIn(proxy.client(), proxy.origin(), address(proxy));
    }

    private static String address(ReverseProxy proxy) {
        String address = ComposedClassroom.lastAddress(String.join("\n", classroom.inside("drydock", "address")));
        return address.replace(classroom.origin(), proxy.origin());
    }

    private static byte[] input(String text) {
        return ("\2" + text).getBytes(StandardCharsets.UTF_8);
    }
}
