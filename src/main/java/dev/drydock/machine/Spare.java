package dev.drydock.machine;

/** A machine that runs and that nobody has yet. It is given away once. */
interface Spare {

    MachineId id();

    /** Whether it still runs, as it did when it was made. */
    boolean isRunning();

    /** Whether its Docker Engine answers, as that of one does that was made to the end; asked anew. */
    boolean isReady();

    /** It is the owner's from now on. */
    Machine give(Owner owner);

    /**
     * It is brought into shape for the owner, who keeps the machine they have until {@link MachineRuntime#settle} is called. After a restart
     * of the server it only counts where the owner has no other.
     */
    Machine promise(Owner owner);

    /** Removes it; one that is gone is no error. */
    void remove();
}
