package dev.drydock.journey;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test the one {@link Classroom} that all of a run share, for it takes a while to open one. Tests leave it running; one that
 * wants an untouched machine forgets the one before.
 */
public final class SharedClassroom implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Classroom.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return of(context);
    }

    static Classroom of(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SharedClassroom.class))
                .computeIfAbsent(Classroom.class, type -> Classroom.open(), Classroom.class);
    }
}
