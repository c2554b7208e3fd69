package dev.drydock;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The server's entry point. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Drydock {

    public static void main(String[] args) {
        SpringApplication.run(Drydock.class, args);
    }
}
