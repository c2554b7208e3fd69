package dev.drydock.machine;

/** Who knows what machines are used for, and so for how long they should be kept. */
public interface IdleWishes {

    /** What is wished for the owner's machine. */
    IdleWish of(Owner owner);
}
