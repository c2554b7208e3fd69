/** Command line: lint, test and new for those who write lessons. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "check",
            "command",
            "engine",
            "instance",
            "internet",
            "lesson",
            "machine",
            "mirror",
            "preparation"
        })
package dev.drydock.authoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
