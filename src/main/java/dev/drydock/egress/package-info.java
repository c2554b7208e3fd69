/** The program of the egress proxy: in a container of its own, the only way from machines to the internet. Nothing but Java's own classes. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.drydock.egress;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
