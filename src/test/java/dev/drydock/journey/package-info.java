/** Journeys: a learner's way through the real thing, from the browser to the containers and back. */
@NullMarked
package dev.drydock.journey;

import org.jspecify.annotations.NullMarked;
