package dev.drydock.internet;

import dev.drydock.engine.Engine;
import dev.drydock.engine.EngineException;
import dev.drydock.instance.InstanceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;

/** Starts the egress proxy with the server, or ends what is left of it, without keeping the first page waiting. */
@Configuration(proxyBeanMethods = false)
class InternetStart {

    private static final Logger log = LoggerFactory.getLogger(InternetStart.class);

    @Bean
    Internet internet(Engine engine, InstanceId instance, InternetProperties properties) {
        return Internet.on(engine, instance, properties);
    }

    @Bean
    OnReady internetOnReady(Internet internet) {
        return new OnReady(internet);
    }

    /** What happens when the server is up. */
    record OnReady(Internet internet) {

        @EventListener(ApplicationReadyEvent.class)
        void start() {
            inBackground(internet::start);
        }

        @Scheduled(initialDelayString = "1m", fixedDelayString = "1m")
        void look() {
            if (internet.isAllowed()) {
                inBackground(internet::tend);
            }
        }

        private static void inBackground(Runnable doing) {
            Thread.ofVirtual().name("internet").start(() -> {
                try {
                    doing.run();
                } catch (EngineException | InternetException e) {
                    log.error("Machines have no way to the internet. {}", e.getMessage());
                }
            });
        }
    }
}
