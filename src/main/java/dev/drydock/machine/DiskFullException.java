package dev.drydock.machine;

import java.time.Duration;

/** The machine was stopped because of the disk a moment ago, and must rest before it is started again. */
public final class DiskFullException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient DiskUsage usage;
    private final Duration rest;

    DiskFullException(MachineId machine, DiskUsage usage, Duration rest) {
        super("Machine " + machine + " was stopped because of the disk (it takes " + usage.used() + " of "
                + usage.limit() + " bytes) and is not started again for " + rest.toSeconds() + " s.");
        this.usage = usage;
        this.rest = rest;
    }

    public DiskUsage usage() {
        return usage;
    }

    /** For how long it still has to rest. */
    public Duration rest() {
        return rest;
    }
}
