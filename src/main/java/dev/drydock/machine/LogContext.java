package dev.drydock.machine;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Whose machine, and which, every line is about that is logged meanwhile, also where its words do not say so. */
public final class LogContext {

    /** The key of the learner's id. */
    public static final String LEARNER = "learner";
    /** The key of the machine's id. */
    public static final String MACHINE = "machine";

    private LogContext() {}

    static <T> T of(Owner owner, @Nullable Machine machine, Supplier<T> work) {
        Map<String, String> before = MDC.getCopyOfContextMap();
        MDC.put(LEARNER, owner.value());
        if (machine != null) {
            MDC.put(MACHINE, machine.id().value());
        }
        try {
            return work.get();
        } finally {
            MDC.setContextMap(before == null ? Map.of() : before);
        }
    }

    static void run(Owner owner, @Nullable Machine machine, Runnable work) {
        of(owner, machine, () -> {
            work.run();
            return owner;
        });
    }
}
