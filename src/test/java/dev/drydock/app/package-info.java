/** The classroom's own image. */
@NullMarked
package dev.drydock.app;

import org.jspecify.annotations.NullMarked;
