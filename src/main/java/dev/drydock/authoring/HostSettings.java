package dev.drydock.authoring;

import dev.drydock.internet.InternetProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;

/**
 * What the server would be told on this host, by the environment and the JVM's options.
 *
 * @param environment with placeholders
 * @param binder makes property records of it
 */
record HostSettings(StandardEnvironment environment, Binder binder) {

    static HostSettings read() {
        StandardEnvironment environment = new StandardEnvironment();
        ConfigurationPropertySources.attach(environment);
        return new HostSettings(environment, Binder.get(environment));
    }

    InternetProperties internet() {
        return binder.bindOrCreate("drydock.internet", InternetProperties.class);
    }
}
