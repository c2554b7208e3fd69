package dev.drydock.machine;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Every two seconds, has the disk watched. Measuring machines goes on beside it. */
@Component
class DiskCare {

    private static final Logger log = LoggerFactory.getLogger(DiskCare.class);

    private final DiskWatch watch;
    private final AtomicBoolean busy = new AtomicBoolean();

    DiskCare(DiskWatch watch) {
        this.watch = watch;
    }

    /** On a thread of its own: an engine that hangs must not hold up what else is scheduled. */
    @Scheduled(initialDelayString = "5s", fixedDelayString = "2s")
    void look() {
        if (busy.compareAndSet(false, true)) {
            Thread.ofVirtual().name("disk-care").start(this::care);
        }
    }

    private void care() {
        try {
            watch.look();
        } catch (RuntimeException e) {
            log.warn("The disk cannot be looked after now; trying again. {}", e.getMessage());
        } finally {
            busy.set(false);
        }
    }
}
