/** The learner's machine, whatever runs it: starting, finding, entering, checking and removing one machine for each owner. */
@NullMarked
@ApplicationModule(allowedDependencies = {"engine", "instance"})
package dev.drydock.machine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
