package dev.drydock.machine;

import dev.drydock.engine.RecurringTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Every two seconds, has the disk watched. Measuring machines goes on beside it. */
@Component
class DiskCare {

    private static final Logger log = LoggerFactory.getLogger(DiskCare.class);

    private final DiskWatch watch;
    private final RecurringTask task = new RecurringTask("disk-care", this::care);

    DiskCare(DiskWatch watch) {
        this.watch = watch;
    }

    @Scheduled(initialDelayString = "5s", fixedDelayString = "2s")
    void look() {
        task.begin();
    }

    private void care() {
        try {
            watch.look();
        } catch (RuntimeException e) {
            log.warn("The disk cannot be looked after now; trying again. {}", e.getMessage());
        }
    }
}
