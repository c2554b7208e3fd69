/** One learner working through one lesson: the lesson page, checks of its tasks, and progress. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"account", "check", "internet", "lesson", "machine", "notification", "preparation"})
package dev.drydock.attempt;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
