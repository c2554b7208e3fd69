/** {@code lessons/} read into immutable records, validated with file:line:column, rendered to safe HTML, watched for edits. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.drydock.lesson;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
