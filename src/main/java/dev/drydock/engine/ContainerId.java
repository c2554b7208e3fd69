package dev.drydock.engine;

/** The engine's own id of a container: 64 hex digits. */
public record ContainerId(String value) {

    public ContainerId {
        if (!value.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("A container id is 64 hex digits, not '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value.substring(0, 12);
    }
}
