/** Carries the frames of docs/terminal-protocol.md between a browser's WebSocket and a shell in the learner's machine. */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "attempt", "machine"})
package dev.drydock.terminal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
