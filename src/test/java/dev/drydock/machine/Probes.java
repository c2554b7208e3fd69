package dev.drydock.machine;

import dev.drydock.machine.ProbeResult.Ended;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Probes as tests write them. */
final class Probes {

    private Probes() {}

    /** A probe of these lines, with all the time that it could want. */
    static Probe script(String... lines) {
        return limited(Patience.GUARD, lines);
    }

    static Probe limited(Duration limit, String... lines) {
        return of("#!/bin/sh\n" + String.join("\n", lines) + "\n", "en", Map.of(), limit);
    }

    static Probe of(String text, String language, Map<String, String> variables, Duration limit) {
        return new Probe(text.getBytes(StandardCharsets.UTF_8), language, variables, false, limit);
    }

    /** A probe that does without the machine's Engine where it must. */
    static Probe withoutEngine(String... lines) {
        Probe probe = script(lines);
        return new Probe(probe.script(), probe.language(), probe.variables(), true, probe.limit());
    }

    /** Runs one that must get to its end. */
    static Ended run(Machine machine, String... lines) {
        ProbeResult result = machine.probe(script(lines));
        if (result instanceof Ended ended) {
            return ended;
        }
        throw new AssertionError("The probe did not run: " + result);
    }

    /** Starts one that waits until the learner's file exists, and then passes with the message "true". */
    static CompletableFuture<ProbeResult> waitingFor(Machine machine, String file, String secret) {
        Probe probe = of("""
                #!/bin/sh
                # %s
                until machine-file stat %s >/dev/null 2>&1; do sleep 0.05; done
                printf true >&3
                """.formatted(secret, file), "en", Map.of("SECRET", secret), Duration.ofMinutes(2));
        return CompletableFuture.supplyAsync(
                () -> machine.probe(probe), task -> Thread.ofVirtual().start(task));
    }
}
