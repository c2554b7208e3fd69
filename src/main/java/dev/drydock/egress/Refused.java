package dev.drydock.egress;

/** Somebody is not let through. */
final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;
    private final String what;

    /** @param what the host, or whatever else is not right, as it was asked for */
    Refused(Refusal refusal, String what) {
        super(refusal + " " + what);
        this.refusal = refusal;
        this.what = what;
    }

    Refusal refusal() {
        return refusal;
    }

    String what() {
        return what;
    }
}
