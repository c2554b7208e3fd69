package dev.drydock.machine;

/** There was no room for one more machine for as long as somebody waits. Nothing was made. */
public final class NoRoomException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Shortage shortage;
    private final int place;

    NoRoomException(Shortage shortage, int place) {
        super("There is no room for another machine: the host is short of " + shortage
                + ". Remove machines, or give it more; drydock.machines.* says what is kept in reserve.");
        this.shortage = shortage;
        this.place = place;
    }

    /** The place in line of whoever waited; it is kept for half a minute. */
    public int place() {
        return place;
    }

    public Shortage shortage() {
        return shortage;
    }
}
