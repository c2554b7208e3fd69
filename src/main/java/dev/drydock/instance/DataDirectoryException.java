package dev.drydock.instance;

import java.nio.file.Path;

/** The data directory cannot be used; the message says which, why, and what to do. */
public final class DataDirectoryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private DataDirectoryException(String message, Throwable cause) {
        super(message, cause);
    }

    private DataDirectoryException(String message) {
        super(message);
    }

    static DataDirectoryException inUse(Path path) {
        return new DataDirectoryException("The data directory " + path + " is in use by another Drydock server."
                + " Stop that one (drydock down), or give this one a directory of its own (drydock up --data DIR).");
    }

    static DataDirectoryException newer(Path path, String version) {
        return new DataDirectoryException("The database in " + path + " was made by a newer Drydock (its version is "
                + version + "), and this one does not know what is in it. Start that newer one again; or go back to a"
                + " backup that was made before: drydock restore FILE.");
    }

    static DataDirectoryException unusable(Path path, Throwable cause) {
        return new DataDirectoryException(
                "The data directory " + path + " cannot be used: " + cause.getMessage()
                        + ". Make it writable for this user, or choose another (drydock up --data DIR).",
                cause);
    }
}
