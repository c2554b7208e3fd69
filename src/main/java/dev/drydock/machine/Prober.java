package dev.drydock.machine;

/** Something that looks at a machine from outside. */
public interface Prober {

    /** Runs a program beside the machine, out of its owner's reach. */
    ProbeResult probe(Probe probe);
}
