/** Command line: everything that an instance keeps outside the engine as one file, and back. */
@NullMarked
@ApplicationModule(allowedDependencies = {"command", "instance"})
package dev.drydock.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
