package dev.drydock.engine;

import java.nio.file.AccessDeniedException;
import org.jspecify.annotations.Nullable;

/** Nobody answers at the engine's socket; the message says where, why and what to do. */
public final class EngineUnreachableException extends EngineException {

    private static final long serialVersionUID = 1L;

    private EngineUnreachableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static EngineUnreachableException at(EngineSocket socket, Throwable cause) {
        String reason = String.valueOf(rootOf(cause).getMessage());
        String remedy = cause instanceof AccessDeniedException || reason.contains("Permission denied")
                ? "This user may not open the socket: add it to the group 'docker' and sign in again, or run as root."
                : "Start the engine (systemctl start docker, or ./drydock up as root), or point DOCKER_HOST at its socket.";
        return new EngineUnreachableException(
                "The container engine does not answer at " + socket + ": " + reason + ". " + remedy, cause);
    }

    static EngineUnreachableException notASocket(String address) {
        return new EngineUnreachableException(
                "The container engine's address '" + address + "' is not a unix socket. Set DOCKER_HOST or"
                        + " drydock.engine.address to one, such as unix:///var/run/docker.sock.",
                null);
    }

    private static Throwable rootOf(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
