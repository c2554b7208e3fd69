package dev.drydock.account;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whether this server is for many.
 *
 * @param open whether whoever knows the access code may join; otherwise only who holds a printed address gets in
 */
@ConfigurationProperties("drydock.classroom")
record ClassroomProperties(boolean open) {}
