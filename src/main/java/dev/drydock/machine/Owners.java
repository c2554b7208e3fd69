package dev.drydock.machine;

/** Who still has a right to a machine; asked when the server starts, to remove what belongs to nobody any more. */
public interface Owners {

    boolean knows(Owner owner);
}
