/** The application: starts the feature packages below, which talk to one another only along declared arrows. */
@NullMarked
package dev.drydock;

import org.jspecify.annotations.NullMarked;
