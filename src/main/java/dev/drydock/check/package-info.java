/** Runs a task's checker out of the learner's reach and says what it found. */
@NullMarked
@ApplicationModule(allowedDependencies = {"lesson", "machine"})
package dev.drydock.check;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
