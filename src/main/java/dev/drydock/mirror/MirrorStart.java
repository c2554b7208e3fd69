package dev.drydock.mirror;

import dev.drydock.engine.Engine;
import dev.drydock.instance.InstanceId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The mirror of this instance. */
@Configuration(proxyBeanMethods = false)
class MirrorStart {

    @Bean
    Mirror mirror(Engine engine, InstanceId instance, MirrorProperties properties) {
        return new Mirror(engine, instance, properties);
    }

    @Bean
    MirrorCare mirrorCare(Mirror mirror, MirrorProperties properties) {
        return new MirrorCare(mirror, properties);
    }
}
