/** Short messages between the servers that share a database, so that what one of them has in memory is not older than what another has written. */
@NullMarked
@ApplicationModule(allowedDependencies = {"instance"})
package dev.drydock.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
