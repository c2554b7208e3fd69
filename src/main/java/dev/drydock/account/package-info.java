/** People: who is learning here, how their browser signs in and stays signed in, and which handlers are for whom. */
@NullMarked
@ApplicationModule(allowedDependencies = {"instance"})
package dev.drydock.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
