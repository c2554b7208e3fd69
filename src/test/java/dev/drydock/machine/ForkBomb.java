package dev.drydock.machine;

/** A learner's program that makes processes until it gets no more. */
final class ForkBomb {

    private ForkBomb() {}

    /** Waits until at least so many of its processes are there, and no more come. */
    static void awaitItsEnd(HostView view, int atLeast) {
        long[] before = {-1};
        Patience.until("the bomb has made all processes that it can", () -> {
            long now = view.countOf("perl");
            boolean over = now >= atLeast && now == before[0];
            before[0] = now;
            return over;
        });
    }
}
