/** Brings a machine to the start of a lesson or of a task: its files, its setup, the solutions of the tasks before it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"lesson", "machine"})
package dev.drydock.preparation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
