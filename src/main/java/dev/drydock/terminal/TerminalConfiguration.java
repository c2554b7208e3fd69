package dev.drydock.terminal;

import dev.drydock.attempt.LearnerMachines;
import dev.drydock.machine.SteadyTime;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.HandshakeInterceptor;

/** Where terminals are reached. How large a message may be is set in application.yaml, for the whole container. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
@EnableScheduling
class TerminalConfiguration {

    private static final Pattern PATH = Pattern.compile("/terminal/([a-z0-9-]{1,32})");

    @Bean
    TerminalHandler terminalHandler(LearnerMachines machines, MessageSource words, MeterRegistry registry) {
        return new TerminalHandler(machines, words, new SteadyTime(), registry);
    }

    @Bean
    WebSocketConfigurer terminals(TerminalHandler handler) {
        return registry -> register(registry, handler);
    }

    private static void register(WebSocketHandlerRegistry registry, TerminalHandler handler) {
        registry.addHandler(handler, "/terminal/*").addInterceptors(new Handshake());
    }

    /** Takes along what only the request knows: the shell's name and the learner's language. */
    private static final class Handshake implements HandshakeInterceptor {

        @Override
        public boolean beforeHandshake(
                ServerHttpRequest request,
                ServerHttpResponse response,
                WebSocketHandler handler,
                Map<String, Object> attributes) {
            Matcher path = PATH.matcher(request.getURI().getPath());
            if (!path.matches()) {
                response.setStatusCode(HttpStatus.NOT_FOUND);
                return false;
            }
            attributes.put(TerminalHandler.SHELL, path.group(1));
            attributes.put(TerminalHandler.LANGUAGE, LocaleContextHolder.getLocale());
            return true;
        }

        @Override
        public void afterHandshake(
                ServerHttpRequest request,
                ServerHttpResponse response,
                WebSocketHandler handler,
                @Nullable Exception failure) {
            // Nothing is kept between the two.
        }
    }
}
