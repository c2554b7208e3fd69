package dev.drydock.machine;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** When the server is about to end: whoever waits for a machine is let go at once, so that the end waits for nobody in line. */
@Component
class Farewell {

    private final Machines machines;

    Farewell(Machines machines) {
        this.machines = machines;
    }

    @EventListener(ContextClosedEvent.class)
    void end() {
        machines.close();
    }
}
