import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks a server for pages at a fixed rate, whatever the answers do, and for one file in turn with them. Each request has its moment
 * beforehand, and its time counts from that moment, so an answer that is late makes those behind it late, too, as it would in a class.
 *
 * <p>Prints for each request "SIDE MS LATE STATUS BYTES" (LATE: how much of the time went by before it could be sent; STATUS 0: no
 * answer), and after each round "cpu SIDE MS SECONDS", the processor time that the server took and how long the round was.
 *
 * <p>Arguments: the server's process, its port, a cookie, requests a second, seconds of warming up, rounds, seconds of each, the file,
 * then the pages.
 */
class Page {

    private static final int CONNECTIONS = 64;
    private static final List<String> LANGUAGES = List.of("en", "ko");

    /** Where a server cannot keep up, a round ends this long after its last request was due. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final ProcessHandle server;
    private final int port;
    private final String cookie;
    private final int rate;

    Page(ProcessHandle server, int port, String cookie, int rate) {
        this.server = server;
        this.port = port;
        this.cookie = cookie;
        this.rate = rate;
    }

    /** How one request went; times in nanoseconds. */
    record Outcome(long took, long late, int status, int bytes) {}

    public static void main(String[] arguments) throws Exception {
        List<String> given = List.of(arguments);
        int rate = Integer.parseInt(given.get(3));
        Page page = new Page(
                ProcessHandle.of(Long.parseLong(given.get(0))).orElseThrow(),
                Integer.parseInt(given.get(1)),
                given.get(2),
                rate);
        List<String> file = List.of(given.get(7));
        List<String> pages = given.subList(8, given.size());
        int warmUp = Integer.parseInt(given.get(4));
        page.ask("warm-up", file, warmUp * rate / 4);
        page.ask("warm-up", pages, warmUp * rate);
        int seconds = Integer.parseInt(given.get(6));
        for (int round = 0; round < Integer.parseInt(given.get(5)); round++) {
            page.round("file", file, seconds);
            page.round("page", pages, seconds);
        }
    }

    private void round(String side, List<String> paths, int seconds) throws InterruptedException {
        Duration before = processorTime();
        long started = System.nanoTime();
        List<Outcome> outcomes = ask(side, paths, rate * seconds);
        double took = (System.nanoTime() - started) / 1e9;
        double processor = processorTime().minus(before).toNanos() / 1e6;
        for (Outcome one : outcomes) {
            System.out.printf("%s %.3f %.3f %d %d%n", side, one.took() / 1e6, one.late() / 1e6, one.status(), one.bytes());
        }
        System.out.printf("cpu %s %.1f %.3f%n", side, processor, took);
    }

    private Duration processorTime() {
        return server.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private List<Outcome> ask(String side, List<String> paths, int count) throws InterruptedException {
        Outcome[] outcomes = new Outcome[count];
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            threads.add(Thread.ofPlatform().start(() -> connection(side, paths, outcomes, next, start)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return List.of(outcomes);
    }

    private void connection(String side, List<String> paths, Outcome[] outcomes, AtomicInteger next, long start) {
        long between = 1_000_000_000L / rate;
        long end = start + outcomes.length * between + PATIENCE.toNanos();
        try (Connection connection = new Connection(port, side, cookie)) {
            for (int i = next.getAndIncrement(); i < outcomes.length; i = next.getAndIncrement()) {
                long due = start + i * between;
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                String language = LANGUAGES.get(i / paths.size() % LANGUAGES.size());
                outcomes[i] = outcome(connection, paths.get(i % paths.size()), language, due, end);
            }
        }
    }

    private static Outcome outcome(Connection connection, String path, String language, long due, long end) {
        long sent = System.nanoTime();
        if (sent > end) {
            return new Outcome(sent - due, sent - due, 0, 0);
        }
        try {
            Connection.Answer answer = connection.get(path, language);
            return new Outcome(System.nanoTime() - due, sent - due, answer.status(), answer.bytes());
        } catch (IOException e) {
            return new Outcome(System.nanoTime() - due, sent - due, 0, 0);
        }
    }
}
