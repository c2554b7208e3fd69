package dev.drydock.machine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One learner's machine. Methods block. They throw {@link MachineException} when the machine is not there or does not do what is asked,
 * with words for whoever hosts the classroom.
 */
public interface Machine extends Prober {

    /** What a machine is doing. */
    enum State {
        /** Its system is up; its Docker Engine may still have been stopped by its owner. */
        RUNNING,
        /** All its processes are frozen where they were, those of its containers too; it goes on as if nothing had been. */
        PAUSED,
        /** It stands still; its files and images are kept. */
        STOPPED,
        /** It has been removed, by whomever. */
        GONE
    }

    MachineId id();

    Owner owner();

    State state();

    /**
     * Starts the machine, or lets a paused one go on, and waits until it is up. Its Docker Engine answers then, unless its owner has removed or spoilt it. One that runs
     * already is left as it is.
     */
    void start();

    /** Freezes the machine; {@link #start} lets it go on. One that does not run is left as it is. */
    void pause();

    /** Stops the machine in an orderly way; its files and images are kept. */
    void stop();

    /** Since when the machine has been stopped, by the engine's clock; nothing unless it is. */
    Optional<Instant> stoppedSince();

    /**
     * How many bytes of the host's disk a running machine takes: everything that it has changed or added since it was made, images and containers
     * of its Docker included. It is measured, which takes a moment.
     */
    long diskUsage();

    /** Removes the machine with everything in it. One that is gone is no error. */
    void remove();

    /**
     * Opens the machine's way to the internet, where the host has one for machines. It stays open until it is closed, the machine is removed or the
     * server ends; when a machine that stood still starts again, it is opened again.
     *
     * @return whether it is open
     */
    boolean openInternet();

    /** Closes it, and with it every connection. One that is closed is no error. */
    void closeInternet();

    /** Whether it is open; costs nothing. */
    boolean hasInternet();

    /**
     * Opens a shell of this name, or goes on with it where it is running.
     *
     * @param name 1 to 32 lower-case letters, digits and dashes
     */
    Shell openShell(String name);

    /** Runs a program inside, as the machine's root, and waits for it. Keeps at most 1 MiB of its output. */
    ExecResult exec(List<String> command, byte[] input);

    /** For many probes of this machine, which while it runs takes a tenth of the time of as many places. */
    ProbePlace openProbePlace();
}
