package dev.drydock.machine;

import dev.drydock.engine.RecurringTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Every now and then, looks after the machines: those that nobody uses, and those that wait. */
@Component
class MachineCare {

    private static final Logger log = LoggerFactory.getLogger(MachineCare.class);

    private final Machines machines;
    private final MachineRuntime runtime;
    private final Idling idling;
    private final WarmPool pool;
    private final RecurringTask task = new RecurringTask("machine-care", this::care);

    MachineCare(Machines machines, MachineRuntime runtime, Idling idling, WarmPool pool) {
        this.machines = machines;
        this.runtime = runtime;
        this.idling = idling;
        this.pool = pool;
    }

    @Scheduled(initialDelayString = "20s", fixedDelayString = "20s")
    void look() {
        task.begin();
    }

    private void care() {
        try {
            machines.reconcile();
            runtime.tidy();
            idling.look();
            pool.tend();
        } catch (RuntimeException e) {
            log.warn("Machines cannot be looked after now; trying again. {}", e.getMessage());
        }
    }
}
