package dev.drydock.mirror;

import dev.drydock.engine.EngineException;
import dev.drydock.engine.RecurringTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Starts the mirror with the server and brings in what it lacks, without keeping the first page waiting; and again whenever it has ended, as it does
 * with an engine that is started again.
 */
class MirrorCare {

    private static final Logger log = LoggerFactory.getLogger(MirrorCare.class);

    private final Mirror mirror;
    private final MirrorProperties properties;
    private final RecurringTask task = new RecurringTask("mirror", this::tend);
    private volatile boolean complete;
    private volatile String complaint = "";

    MirrorCare(Mirror mirror, MirrorProperties properties) {
        this.mirror = mirror;
        this.properties = properties;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        look();
    }

    @Scheduled(initialDelayString = "15s", fixedDelayString = "15s")
    void look() {
        task.begin();
    }

    /** What stays wrong is told once. */
    void tend() {
        try {
            if (complete && mirror.isRunning()) {
                return;
            }
            complete = false;
            mirror.start();
            mirror.fill(properties.images()).forEach(image -> log.info("The mirror now offers {}", image));
            complete = true;
            complaint = "";
            log.info("The mirror is complete");
        } catch (EngineException | MirrorException e) {
            String now = String.valueOf(e.getMessage());
            if (!now.equals(complaint)) {
                complaint = now;
                log.error("The mirror is not complete: learners may not be able to pull. {}", now);
            }
        }
    }
}
