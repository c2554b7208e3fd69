package dev.drydock.mirror;

import dev.drydock.engine.Engine;
import dev.drydock.engine.EngineException;
import dev.drydock.instance.InstanceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** Starts the mirror with the server and brings in what it lacks, without keeping the first page waiting. */
@Configuration(proxyBeanMethods = false)
class MirrorStart {

    private static final Logger log = LoggerFactory.getLogger(MirrorStart.class);

    @Bean
    Mirror mirror(Engine engine, InstanceId instance, MirrorProperties properties) {
        return new Mirror(engine, instance, properties);
    }

    @Bean
    OnReady mirrorOnReady(Mirror mirror, MirrorProperties properties) {
        return new OnReady(mirror, properties);
    }

    /** What happens when the server is up. */
    record OnReady(Mirror mirror, MirrorProperties properties) {

        @EventListener(ApplicationReadyEvent.class)
        void start() {
            Thread.ofVirtual().name("mirror").start(this::startAndFill);
        }

        private void startAndFill() {
            try {
                mirror.start();
                mirror.fill(properties.images()).forEach(image -> log.info("The mirror now offers {}", image));
            } catch (EngineException | MirrorException e) {
                log.error("The mirror is not complete: learners may not be able to pull. {}", e.getMessage());
            }
        }
    }
}
