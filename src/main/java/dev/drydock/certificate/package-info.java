/** Command line: whether a server could show a certificate to browsers, before one is started with it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"command"})
package dev.drydock.certificate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
