package dev.drydock.rehearsal;

import dev.drydock.rehearsal.Timings.Spread;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Somebody types while neighbours flood their terminals, bomb with forks and fill their memory. */
final class NoiseTrial {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration SETTLING = Duration.ofSeconds(5);
    private static final Duration BETWEEN_KEYS = Duration.ofMillis(100);
    private static final int KEYS = 300;
    private static final double AIM_MS = 50;
    private static final String FLOOD = "yes\n";
    private static final String FORK_BOMB = "bomb() { bomb | bomb & }; bomb\n";
    private static final String MEMORY_HOG = "while :; do head -c 4g /dev/zero | tail >/dev/null; done\n";

    private final Stage stage;
    private final PrintWriter out;

    NoiseTrial(Stage stage, PrintWriter out) {
        this.stage = stage;
        this.out = out;
    }

    /**
     * Holds it, on a server that runs.
     *
     * @param floods how many terminals run {@code yes}; a fork bomb and a memory hog come on top
     * @return whether the echo stayed within what it should
     */
    boolean hold(int floods) {
        List<Terminal> terminals = new ArrayList<>();
        try {
            for (Browser browser : stage.enrol(floods + 3)) {
                terminals.add(open(browser));
            }
            Terminal typist = terminals.getFirst();
            Spread quiet = typing(typist);
            out.println("· quiet: " + words(quiet));
            terminals.get(1).type(FORK_BOMB);
            terminals.get(2).type(MEMORY_HOG);
            terminals.subList(3, terminals.size()).forEach(terminal -> terminal.type(FLOOD));
            Pause.of(SETTLING);
            HostReading before = HostReading.now(stage.server().pid());
            Spread noisy = typing(typist);
            long busy = HostReading.now(stage.server().pid()).busySince(before);
            out.println("· with " + floods + " floods, a fork bomb and a memory hog: " + words(noisy) + "; processors "
                    + busy + " % busy");
            out.println(String.format(
                    Locale.ROOT,
                    "neighbour: echo p99 %.1f ms under noise, %.1f ms before (aim <= %.0f)",
                    noisy.p99(),
                    quiet.p99(),
                    AIM_MS));
            return noisy.p99() <= AIM_MS;
        } finally {
            terminals.forEach(Terminal::leave);
        }
    }

    private static Terminal open(Browser browser) {
        browser.page(ScriptedLearner.LESSON);
        Terminal terminal = browser.terminal("main");
        terminal.connect(LIMIT);
        terminal.type("\n");
        terminal.await("# ", LIMIT);
        return terminal;
    }

    private static Spread typing(Terminal typist) {
        List<Long> nanos = new ArrayList<>();
        for (int key = 0; key < KEYS; key++) {
            Pause.of(BETWEEN_KEYS);
            long began = System.nanoTime();
            typist.typeAndAwaitEcho(key % 40 == 39 ? "\u0015" : "x", LIMIT);
            nanos.add(System.nanoTime() - began);
        }
        return Spread.of(nanos);
    }

    private static String words(Spread spread) {
        return String.format(
                Locale.ROOT,
                "echo p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, longest %.1f ms",
                spread.p50(),
                spread.p95(),
                spread.p99(),
                spread.max());
    }
}
