package dev.drydock.machine;

/**
 * How many machines of this instance there are on the engine.
 *
 * @param spare those that run and that nobody has yet
 * @param older those of somebody's that were made from another image than one would be made from today
 */
record Census(int running, int paused, int stopped, int spare, int older) {}
