package dev.drydock.machine;

import java.util.List;

/** Something that can run machines. It only ever sees machines of its own instance. */
interface MachineRuntime {

    /** Makes and starts a machine, and waits until its Docker Engine answers. On failure nothing of it is left. */
    Spare create();

    /** How many there are of each kind; one question to the engine. */
    Census census();

    /** A machine that was promised to its owner is theirs now. */
    void settle(Machine promised);

    /** All machines of this instance that have an owner, running or not; those that were only promised come last. */
    List<Machine> existing();

    /** Those that nobody has, that run, and that are what would be made today. */
    List<Spare> spares();

    /**
     * Puts right what a killed server left half-made, once no owner has two machines: promises become gifts; removes volumes without a machine,
     * machines without an owner that are no spare, and probes that nobody waits for.
     */
    void sweep();

    /** Removes a machine that nobody has any more, with everything in it, now or later: it must not hold up the others. */
    void discard(Machine machine);

    /** Tries to remove what could not be removed when nobody needed it any more; to be called now and then. */
    void tidy();
}
