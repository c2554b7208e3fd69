/** The classroom's registry mirror and the images in it: what machines can pull without any way out. */
@NullMarked
@ApplicationModule(allowedDependencies = {"engine", "instance"})
package dev.drydock.mirror;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
