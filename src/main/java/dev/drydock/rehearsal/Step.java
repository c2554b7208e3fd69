package dev.drydock.rehearsal;

import dev.drydock.rehearsal.Timings.Figures;
import dev.drydock.rehearsal.Timings.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A part of the rehearsal with so many learners present at its end.
 *
 * @param busyPercent of all processors, in the mean
 * @param availableMiB of the host's memory, at the end
 * @param serverMiB the server's resident memory, at the end
 */
record Step(int learners, Figures figures, long busyPercent, long availableMiB, long serverMiB) {

    /** What a class would not have borne; nothing if this host carries as many. */
    List<String> shortcomings() {
        List<String> found = new ArrayList<>();
        if (figures.failures() > 0) {
            found.add(figures.failures() + " actions failed");
        }
        for (Action action : Action.values()) {
            Spread spread = figures.spreads().get(action);
            if (spread == null) {
                continue;
            }
            double reached = spread.at(action.percentile());
            if (reached > action.bound().toMillis()) {
                found.add(String.format(
                        Locale.ROOT,
                        "%s p%d is %.0f ms, over %d",
                        action.words(),
                        action.percentile(),
                        reached,
                        action.bound().toMillis()));
            }
        }
        return found;
    }
}
