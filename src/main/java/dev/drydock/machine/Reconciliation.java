package dev.drydock.machine;

import dev.drydock.engine.EngineException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Looks for this instance's machines as soon as the server is up, so that the first learner does not wait for it. */
@Component
class Reconciliation {

    private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);

    private final Machines machines;

    Reconciliation(Machines machines) {
        this.machines = machines;
    }

    @EventListener(ApplicationReadyEvent.class)
    void onReady() {
        Thread.ofVirtual().name("reconciliation").start(() -> {
            try {
                machines.reconcile();
            } catch (EngineException e) {
                log.error("Machines cannot be looked up; the next request tries again. {}", e.getMessage());
            }
        });
    }
}
