package dev.drydock.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * A learner who reads, types, runs a container and has it checked, at a person's pace, until the end. What goes wrong is noted, and they
 * try again like anybody would.
 */
final class ScriptedLearner implements Runnable {

    static final String LESSON = "/courses/docker-basics/lessons/01-first-container";
    static final String TASK = LESSON + "/tasks/run-hello";
    static final String PASSED = "data-state=\"passed\"";

    private static final String PROMPT = "# ";
    private static final Duration READY_LIMIT = Duration.ofMinutes(3);
    private static final Duration ECHO_LIMIT = Duration.ofSeconds(10);
    private static final Duration RUN_LIMIT = Duration.ofMinutes(1);
    private static final int KEYS = 10;

    private final Browser browser;
    private final Terminal terminal;
    private final Duration pace;
    private final Instant end;
    private final Supplier<Timings> timings;
    private int containers;

    /**
     * @param pace the mean time between two exercises
     * @param timings where to note times: those of the step that is going on
     */
    ScriptedLearner(Browser browser, Duration pace, Instant end, Supplier<Timings> timings) {
        this.browser = browser;
        this.terminal = browser.terminal("main");
        this.pace = pace;
        this.end = end;
        this.timings = timings;
    }

    @Override
    public void run() {
        try {
            while (goesOn()) {
                try {
                    attend();
                } catch (Mishap e) {
                    timings.get().addMishap(String.valueOf(e.getMessage()));
                    think(0.1);
                }
            }
        } catch (Ended over) {
            // So is this learner.
        } finally {
            terminal.leave();
        }
    }

    private boolean goesOn() {
        return Instant.now().isBefore(end) && !Thread.currentThread().isInterrupted();
    }

    /** Everything once, whatever the time is: after that, what the first one pays for has been paid. */
    void attendOnce() {
        try {
            String page = open();
            runContainer();
            check(page);
        } finally {
            terminal.leave();
        }
    }

    private String open() {
        String page = timed(Action.PAGE, () -> browser.page(LESSON));
        timed(Action.READY, () -> {
            terminal.connect(READY_LIMIT);
            terminal.type("\n");
            terminal.await(PROMPT, READY_LIMIT);
            return terminal;
        });
        return page;
    }

    private void attend() {
        String page = open();
        while (goesOn()) {
            type();
            runContainer();
            check(page);
            think(1);
        }
    }

    /** Keystrokes one by one, as somebody types who thinks about it; then thinks better of it. */
    private void type() {
        for (int key = 0; key < KEYS && goesOn(); key++) {
            Pause.of(Duration.ofMillis(ThreadLocalRandom.current().nextInt(100, 500)));
            timed(Action.ECHO, () -> {
                terminal.typeAndAwaitEcho("x", ECHO_LIMIT);
                return terminal;
            });
        }
        terminal.type("\u0015"); // Ctrl-U
    }

    private void runContainer() {
        int number = ++containers;
        timed(Action.RUN, () -> {
            terminal.type("docker run hello-world; echo r'a'n" + number + ".\n");
            terminal.await("ran" + number + ".", RUN_LIMIT);
            return terminal;
        });
    }

    private void check(String page) {
        String card = timed(Action.CHECK, () -> browser.post(page, TASK + "/check"));
        if (!card.contains(PASSED)) {
            throw new Mishap("a check did not pass what is right");
        }
    }

    private void think(double paces) {
        double factor = paces * ThreadLocalRandom.current().nextDouble(0.5, 1.5);
        Duration time = Duration.ofMillis((long) (pace.toMillis() * factor));
        Duration left = Duration.between(Instant.now(), end);
        Pause.of(left.isNegative() ? Duration.ZERO : left.compareTo(time) < 0 ? left : time);
    }

    private <T> T timed(Action action, Supplier<T> what) {
        long began = System.nanoTime();
        T result = what.get();
        timings.get().add(action, Duration.ofNanos(System.nanoTime() - began));
        return result;
    }
}
