package dev.drydock.internet;

import dev.drydock.engine.Engine;
import dev.drydock.instance.InstanceId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The egress proxy of this instance. */
@Configuration(proxyBeanMethods = false)
class InternetStart {

    @Bean
    Internet internet(Engine engine, InstanceId instance, InternetProperties properties) {
        return Internet.on(engine, instance, properties);
    }

    @Bean
    InternetCare internetCare(Internet internet) {
        return new InternetCare(internet);
    }
}
