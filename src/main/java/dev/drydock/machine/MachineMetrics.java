package dev.drydock.machine;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Machines, engine and host in figures; docs/hosting.md tells what each means. */
final class MachineMetrics implements MeterBinder {

    private static final Duration[] BOUNDS = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(2)
    };

    private final Vitals vitals;
    private final Machines machines;

    MachineMetrics(Vitals vitals, Machines machines) {
        this.vitals = vitals;
        this.machines = machines;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        machines(registry, "running", seen -> seen.count(Census::running));
        machines(registry, "paused", seen -> seen.count(Census::paused));
        machines(registry, "stopped", seen -> seen.count(Census::stopped));
        machines(registry, "spare", seen -> seen.count(Census::spare));
        gauge(registry, "drydock.machines.older.image", seen -> seen.count(Census::older));
        gauge(registry, "drydock.engine.up", seen -> seen.engineAnswers() ? 1 : 0);
        gauge(registry, "drydock.host.memory.available.bytes", Vitals::availableMemory);
        gauge(registry, "drydock.host.disk.free.bytes", Vitals::freeDisk);
        gauge(registry, "drydock.host.processes.free", Vitals::freeProcesses);
        Gauge.builder("drydock.machines.line", machines, Machines::inLine).register(registry);
    }

    /** Records in the registry how long learners waited for a machine. */
    static Opening.Times startTimes(MeterRegistry registry) {
        Map<Opening, Timer> timers = new EnumMap<>(Opening.class);
        for (Opening how : Opening.values()) {
            timers.put(
                    how,
                    Timer.builder("drydock.machine.start")
                            .tag("kind", how.word())
                            .serviceLevelObjectives(BOUNDS)
                            .register(registry));
        }
        return (how, took) -> {
            Timer timer = timers.get(how);
            if (timer != null) {
                timer.record(took);
            }
        };
    }

    private void machines(MeterRegistry registry, String state, ToDoubleFunction<Vitals> value) {
        Gauge.builder("drydock.machines", vitals, value).tag("state", state).register(registry);
    }

    private void gauge(MeterRegistry registry, String name, ToDoubleFunction<Vitals> value) {
        Gauge.builder(name, vitals, value).register(registry);
    }
}
