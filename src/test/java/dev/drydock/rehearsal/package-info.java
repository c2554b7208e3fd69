/** Rehearsals of a class. */
@NullMarked
package dev.drydock.rehearsal;

import org.jspecify.annotations.NullMarked;
