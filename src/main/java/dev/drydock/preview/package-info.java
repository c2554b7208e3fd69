/** For those who write lessons: pages that follow what is saved. Off unless {@code drydock.preview} is true. */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "lesson"})
package dev.drydock.preview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
