package dev.drydock.engine;

import org.jspecify.annotations.Nullable;

/** The engine refused or failed; the message says what was asked and what it answered. */
public class EngineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EngineException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
