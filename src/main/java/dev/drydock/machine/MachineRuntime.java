package dev.drydock.machine;

import java.util.List;

/** Something that can run machines. It only ever sees machines of its own instance. */
interface MachineRuntime {

    /** Makes and starts a machine, and waits until its Docker Engine answers. On failure nothing of it is left. */
    Machine create(Owner owner);

    /**
     * All machines of this instance, running or not, the oldest first: of two that one owner has, the younger is what a killed server was
     * about to put in place of the older.
     */
    List<Machine> existing();

    /** Removes what a killed server left half-made: volumes without a machine, probes that nobody waits for. */
    void sweep();
}
