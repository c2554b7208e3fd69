package dev.drydock.machine;

import java.time.Duration;

/** Somebody who waits for a machine and wants to know how long. Told whenever it changes, from the thread that waits. */
public interface Waiting {

    /** Does not want to know. */
    Waiting SILENT = new Waiting() {
        @Override
        public void inLine(int place, Duration expected) {}

        @Override
        public void noRoom(Shortage shortage, int place) {}
    };

    /**
     * @param place 1 for who is next
     * @param expected how long it will take, as far as the last ones tell; zero where there was none yet
     */
    void inLine(int place, Duration expected);

    /**
     * Nobody gets a machine now; it goes on as soon as there is room again.
     *
     * @param place 1 for who is next then
     */
    void noRoom(Shortage shortage, int place);

    /** Asked about once a second while there is nothing to tell. Who does not wait any longer throws, and leaves the line. */
    default void stillThere() {}
}
