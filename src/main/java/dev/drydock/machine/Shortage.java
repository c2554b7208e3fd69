package dev.drydock.machine;

/** What there is too little of for one more machine. */
public enum Shortage {
    /** There are as many machines as the configuration allows. */
    MACHINES,
    MEMORY,
    DISK,
    PROCESSES
}
