package dev.drydock.machine;

import java.util.List;

/** Something that can run machines. It only ever sees machines of its own instance. */
interface MachineRuntime {

    /** Makes and starts a machine, and waits until its Docker Engine answers. On failure nothing of it is left. */
    Machine create(Owner owner);

    /** All machines of this instance, running or not. */
    List<Machine> existing();

    /** Removes what a killed server left half-made: volumes without a machine, probes that nobody waits for. */
    void sweep();
}
