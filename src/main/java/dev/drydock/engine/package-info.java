/** The container engine: its connection, version, images, volumes, containers and process streams. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.drydock.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
