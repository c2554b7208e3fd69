/** Rehearsal: a class of scripted learners plays on this host, to say how many real ones it carries. */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "command", "engine", "instance"})
package dev.drydock.rehearsal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
