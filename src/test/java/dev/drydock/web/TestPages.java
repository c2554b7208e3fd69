package dev.drydock.web;

import dev.drydock.account.ForLearners;
import dev.drydock.account.Learner;
import dev.drydock.account.SignedInLearner;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/** A page, a form and a WebSocket as a feature would have them. */
@TestComponent
@Controller
@ForLearners
@EnableWebSocket
class TestPages implements WebSocketConfigurer {

    static final AtomicInteger HTTP_SESSIONS = new AtomicInteger();

    @GetMapping("/test/page")
    String page() {
        return "test/page";
    }

    @GetMapping("/test/cached")
    String cached(@RequestParam String color, Model model) {
        model.addAttribute("color", new Color(color));
        model.addAttribute("same", new Color(color));
        return "test/cached";
    }

    @GetMapping("/test/cached-unnamed")
    String cachedUnnamed(Model model) {
        model.addAttribute("color", new Color("white"));
        return "test/cached-unnamed";
    }

    /** Equal to another of its name, and able to tell how often it was looked at. */
    record Color(String name) {

        private static final AtomicInteger LOOKS = new AtomicInteger();

        public int look() {
            return LOOKS.incrementAndGet();
        }
    }

    @GetMapping("/test/name")
    @ResponseBody
    String name(@AuthenticationPrincipal Learner learner) {
        return learner.id() + " " + learner.name();
    }

    @PostMapping("/test/form")
    @ResponseBody
    String form() {
        return "received";
    }

    @GetMapping("/test/missing")
    String missing() {
        throw new ResponseStatusException(HttpStatus.NOT_FOUND, "secret detail");
    }

    @GetMapping("/test/broken")
    String broken() {
        throw new IllegalStateException("secret detail");
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        registry.addHandler(new Greeter(), "/test/socket");
    }

    @Bean
    HttpSessionListener httpSessions() {
        return new HttpSessionListener() {
            @Override
            public void sessionCreated(HttpSessionEvent event) {
                HTTP_SESSIONS.incrementAndGet();
            }
        };
    }

    @ForLearners
    private static final class Greeter extends TextWebSocketHandler {

        @Override
        public void afterConnectionEstablished(WebSocketSession session) throws IOException {
            session.sendMessage(new TextMessage(
                    "hello " + SignedInLearner.of(session.getPrincipal()).name()));
        }
    }
}
