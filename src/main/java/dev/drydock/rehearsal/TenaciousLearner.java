package dev.drydock.rehearsal;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** A learner who goes on whatever happens to the server, and notices what is lost. */
final class TenaciousLearner implements Runnable {

    private static final String PRACTICE = ScriptedLearner.LESSON;
    private static final String QUESTIONS = "/courses/docker-basics/lessons/02-what-docker-is";
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration AGAIN = Duration.ofMillis(200);

    private final String name;
    private final Browser browser;
    private final Terminal terminal;
    private final Losses losses;
    private final Rest rest;
    private final Map<String, String> acknowledged = new HashMap<>();
    private final String mark = Long.toHexString(ThreadLocalRandom.current().nextLong() | Long.MIN_VALUE);
    private boolean marked;
    private int lines;

    /** @param rest tells when to stand still, and when to go home */
    TenaciousLearner(String name, Browser browser, Losses losses, Rest rest) {
        this.name = name;
        this.browser = browser;
        this.terminal = browser.terminal("main");
        this.losses = losses;
        this.rest = rest;
    }

    @Override
    public void run() {
        boolean connected = false;
        try {
            while (!rest.isOver()) {
                try {
                    if (!connected) {
                        connect();
                        connected = true;
                    }
                    if (!rest.wanted()) {
                        act();
                        continue;
                    }
                    compare();
                    rest.take();
                } catch (Mishap serverIsAway) {
                    connected = false;
                    Pause.of(AGAIN);
                }
            }
        } catch (Ended over) {
            // So is this learner.
        } finally {
            terminal.leave();
        }
    }

    private void connect() {
        compare();
        switch (terminal.connect(LIMIT)) {
            case FIRST -> {}
            case WHOLE -> losses.reconnected();
            case WITH_A_GAP -> losses.output(name + ": output is missing");
            case LOST -> {
                losses.shell(name + ": another shell");
                marked = false;
            }
        }
        if (!marked) {
            terminal.type("MARK=" + mark + "\n");
            marked = true;
        }
        terminal.type("echo m'a'rk=$MARK.\n");
        terminal.await("mark=", LIMIT);
        terminal.await(".", LIMIT);
    }

    private void act() {
        switch (ThreadLocalRandom.current().nextInt(10)) {
            case 0 -> check();
            case 1, 2, 3 -> answer();
            case 4 -> compare();
            default -> typeLine();
        }
    }

    private void typeLine() {
        int number = ++lines;
        terminal.type("echo l'i'ne-" + number + "-$MARK.\n");
        terminal.await("line-" + number + "-", LIMIT);
        terminal.await(".", LIMIT);
        Pause.of(Duration.ofMillis(ThreadLocalRandom.current().nextInt(300)));
    }

    private void check() {
        terminal.type("docker run hello-world >/dev/null; echo d'o'ne.\n");
        terminal.await("done.", LIMIT);
        String page = browser.page(PRACTICE);
        acknowledged.remove("run-hello");
        acknowledge(browser.post(page, ScriptedLearner.TASK + "/check"));
    }

    private void answer() {
        String page = browser.page(QUESTIONS);
        List<Map.Entry<String, String>> quizzes =
                List.copyOf(Cards.quizzes(page).entrySet());
        if (quizzes.isEmpty()) {
            throw new Mishap("there is no quiz in " + QUESTIONS);
        }
        Map.Entry<String, String> quiz = quizzes.get(ThreadLocalRandom.current().nextInt(quizzes.size()));
        acknowledged.remove(quiz.getKey());
        acknowledge(browser.post(
                page, quiz.getValue(), "choice=" + ThreadLocalRandom.current().nextInt(3)));
    }

    /** While a form is on its way nobody knows what will be; what its answer shows must stay. */
    private void acknowledge(String card) {
        Cards.states(card).forEach((exercise, state) -> {
            acknowledged.put(exercise, state);
            losses.acknowledged();
        });
    }

    private void compare() {
        compare(browser.page(PRACTICE));
        compare(browser.page(QUESTIONS));
    }

    private void compare(String page) {
        Cards.states(page).forEach((exercise, state) -> {
            String shown = acknowledged.get(exercise);
            if (shown != null && !shown.equals(state)) {
                losses.result(name + ": " + exercise + " was " + shown + " and is " + state);
                acknowledged.put(exercise, state);
            }
        });
    }
}
