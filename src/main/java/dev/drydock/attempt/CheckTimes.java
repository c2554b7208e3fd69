package dev.drydock.attempt;

import dev.drydock.check.Verdict;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** How many checks came to which verdict, and how long they took; nothing of whose or of what. */
@Component
class CheckTimes {

    private static final Duration[] BOUNDS = {
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10)
    };

    private final MeterRegistry registry;

    CheckTimes(MeterRegistry registry) {
        this.registry = registry;
    }

    Verdict of(Supplier<Verdict> check) {
        Timer.Sample begun = Timer.start(registry);
        Verdict verdict = check.get();
        begun.stop(Timer.builder("drydock.checks")
                .tag("verdict", word(verdict))
                .serviceLevelObjectives(BOUNDS)
                .register(registry));
        return verdict;
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Passed passed -> "passed";
            case Verdict.NotYet notYet -> "not_yet";
            case Verdict.Broken broken -> "broken";
            case Verdict.Unreachable unreachable -> "unreachable";
        };
    }
}
