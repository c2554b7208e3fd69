package dev.drydock.account;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares that a handler (a controller, one of its methods, or a WebSocket handler) serves signed-in learners only. The
 * security configuration makes it so for every path that is not listed as public; a test compares the two.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface ForLearners {}
