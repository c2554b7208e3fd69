/** What every page and request shares: layout, language, errors and the security configuration; nothing depends on it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "instance"})
package dev.drydock.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
