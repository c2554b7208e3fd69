package dev.drydock.machine;

import java.util.Optional;

/** Whether the host has room for one more machine. */
interface Capacity {

    /** What there is too little of, or nothing where there is room. */
    Optional<Shortage> shortage();
}
