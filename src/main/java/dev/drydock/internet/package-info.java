/** The way from machines to the internet, where the host allows one: settings, and the container of the egress proxy. */
@NullMarked
@ApplicationModule(allowedDependencies = {"engine", "instance"})
package dev.drydock.internet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
