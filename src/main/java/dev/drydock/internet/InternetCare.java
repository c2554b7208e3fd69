package dev.drydock.internet;

import dev.drydock.engine.EngineException;
import dev.drydock.engine.RecurringTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Starts the egress proxy with the server, or ends what is left of it, without keeping the first page waiting; and again whenever it has ended, as it
 * does with an engine that is started again.
 */
class InternetCare {

    private static final Logger log = LoggerFactory.getLogger(InternetCare.class);

    private final Internet internet;
    private final RecurringTask task = new RecurringTask("internet", this::tend);
    private volatile boolean settled;
    private volatile String complaint = "";

    InternetCare(Internet internet) {
        this.internet = internet;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        task.begin();
    }

    @Scheduled(initialDelayString = "1m", fixedDelayString = "1m")
    void look() {
        task.begin();
    }

    /** The first that succeeds goes by the settings of today, and is the only one where the host does not allow the internet. What stays wrong is told once. */
    void tend() {
        try {
            if (!settled) {
                internet.start();
                settled = true;
            } else if (internet.isAllowed()) {
                internet.tend();
            }
            complaint = "";
        } catch (EngineException | InternetException e) {
            String now = String.valueOf(e.getMessage());
            if (!now.equals(complaint)) {
                complaint = now;
                log.error(
                        internet.isAllowed()
                                ? "Machines have no way to the internet. {}"
                                : "Whether a way to the internet is left, which is not allowed any more, cannot be seen. {}",
                        now);
            }
        }
    }
}
