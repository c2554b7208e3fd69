/** Classes: who teaches them, who is in them, by which codes one joins, and what they are shown. */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "attempt", "lesson", "notification", "terminal"})
package dev.drydock.classroom;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
