/** This installation: its data directory, the id that labels whatever it makes on an engine, its lock and its database. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.drydock.instance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
