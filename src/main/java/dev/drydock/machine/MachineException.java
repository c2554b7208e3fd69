package dev.drydock.machine;

import org.jspecify.annotations.Nullable;

/** A machine did not do what it was asked; the message says which, what, and what to do. */
public final class MachineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MachineException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static MachineException noImage(String image) {
        return new MachineException(
                "There is no image " + image + " to make machines from. Run ./drydock up, which builds it.", null);
    }

    static MachineException notReady(MachineId id, String said, String log) {
        return new MachineException(
                "Machine " + id + " was started, but the Docker Engine in it does not answer. " + said
                        + (log.isEmpty() ? "" : " Its last words: " + log),
                null);
    }

    static MachineException gone(MachineId id) {
        return new MachineException("Machine " + id + " is gone.", null);
    }
}
