/** What all commands share: the console, and how they say that they cannot do what they were asked. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.drydock.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
