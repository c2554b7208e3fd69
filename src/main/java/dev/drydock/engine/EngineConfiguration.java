package dev.drydock.engine;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The engine that this installation uses. Nothing connects to it before the first question. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    Engine engine(@Value("${drydock.engine.address}") String address) {
        return Engine.at(address);
    }
}
