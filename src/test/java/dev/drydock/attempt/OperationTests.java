package dev.drydock.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.journey.Classroom;
import dev.drydock.journey.Patience;
import dev.drydock.journey.Visitor;
import dev.drydock.terminal.Socket;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What whoever runs a classroom sees of it, and how it ends and begins again: a server process, real machines. */
@Tag("contract")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OperationTests {

    private static final String LESSON = "/courses/trouble/lessons/01-checks";
    private static final String TYPED = "echo hush-$((6*7))\n";
    private static final byte[] OPEN = ByteBuffer.allocate(21)
            .put((byte) 0x01)
            .putShort((short) 80)
            .putShort((short) 24)
            .array();

    private static Classroom classroom;
    private static String address;
    private static Visitor learner;

    @BeforeAll
    static void open() throws IOException {
        classroom = Classroom.open();
        TroubleCourse.write(classroom.lessons().resolve("trouble"));
        address = classroom.signInAddress();
        learner = Visitor.signedIn(classroom.origin(), address);
        Patience.until("the course is shown", () -> learner.get(LESSON).statusCode() == 200);
    }

    @AfterAll
    static void close() {
        classroom.close();
    }

    @Test
    @Order(1)
    void metricsAfterRealActionsTellThem() {
        try (Socket socket = Socket.open(learner, "/terminal/metrics")) {
            socket.send(OPEN);
            socket.awaitFrame(0x11);
            socket.send(input("k"));
            Patience.until("the key's echo is counted", () -> value("drydock_terminal_echo_seconds_count") >= 1);
            assertThat(value("drydock_terminals")).isEqualTo(1);
            socket.send(input("\u0015" + TYPED));
            socket.awaitOutput("hush-42");
            learner.post(LESSON, LESSON + "/tasks/not-yet/check");
        }
        Patience.until("the terminal is gone", () -> value("drydock_terminals") == 0);
        Patience.until("the machine is counted", () -> value("drydock_machines{state=\"running\"}") == 1);
        assertThat(value("drydock_machines{state=\"spare\"}")).isZero();
        assertThat(value("drydock_machines_older_image")).isZero();
        assertThat(value("drydock_machines_line")).isZero();
        assertThat(value("drydock_machine_start_seconds_count{kind=\"cold\"}")).isEqualTo(1);
        assertThat(value("drydock_machine_start_seconds_count{kind=\"warm\"}")).isZero();
        assertThat(value("drydock_machine_start_seconds_bucket{kind=\"cold\",le=\"120.0\"}"))
                .isEqualTo(1);
        assertThat(value("drydock_checks_seconds_count{verdict=\"not_yet\"}")).isEqualTo(1);
        assertThat(value("drydock_engine_up")).isEqualTo(1);
        assertThat(value("drydock_host_memory_available_bytes")).isPositive();
        assertThat(value("drydock_host_processes_free")).isPositive();
        assertThat(classroom.metrics())
                .contains("# TYPE drydock_host_disk_free_bytes gauge")
                .doesNotContain("trouble", "01-checks", "not-yet");
    }

    @Test
    @Order(2)
    void checkWhenServerIsToldToEndIsAnsweredAndKept() throws Exception {
        CompletableFuture<HttpResponse<String>> check =
                CompletableFuture.supplyAsync(() -> learner.post(LESSON, LESSON + "/tasks/one-at-a-time/check"));
        Patience.until("the check runs", () -> classroom.host().hasProbe());
        classroom.stop();
        assertThat(answer(check).statusCode()).isIn(302, 303);
        assertThat(classroom.logged("Graceful shutdown complete")).isTrue();
        classroom.startAgain();
        assertThat(learner.get(LESSON).body()).contains("id=\"task-one-at-a-time\" data-state=\"passed\"");
    }

    @Test
    @Order(3)
    void terminalWhenServerIsToldToEndHearsSoAndComesBackToItsShell() {
        try (Socket socket = Socket.open(learner, "/terminal/farewell")) {
            socket.send(OPEN);
            byte[] before = socket.awaitFrame(0x11);
            classroom.stop();
            String notice = new String(socket.awaitFrame(0x21), 1, 10, StandardCharsets.US_ASCII);
            assertThat(notice).isEqualTo("restarting");
            assertThat(socket.awaitClose().code()).isEqualTo(1012);
            classroom.startAgain();
            try (Socket again = Socket.open(learner, "/terminal/farewell")) {
                again.send(OPEN);
                assertThat(again.awaitFrame(0x11)).startsWith(Arrays.copyOf(before, 9));
            }
        }
    }

    @Test
    @Order(4)
    void restoreOfABackupMadeUnderLoadFindsLearnerProgressAndMachine(@TempDir Path directory) throws Exception {
        String machine = classroom.host().machine();
        Path file = directory.resolve("backup.zip");
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Void> load = CompletableFuture.runAsync(() -> {
            while (!over.get()) {
                learner.post(LESSON, LESSON + "/tasks/not-yet/check");
            }
        });
        classroom.backUp(file);
        over.set(true);
        answer(load);
        classroom.stop();
        classroom.forgetProgress();
        classroom.restore(file);
        classroom.startAgain();
        assertThat(learner.get(LESSON).body()).contains("id=\"task-one-at-a-time\" data-state=\"passed\"");
        learner.post(LESSON, LESSON + "/tasks/not-yet/start");
        assertThat(classroom.host().machine()).isEqualTo(machine);
    }

    @Test
    @Order(5)
    void logsAsJsonNameLearnerAndMachine() {
        classroom.stop();
        classroom.host().stopMachines();
        classroom.startAgain("--drydock.log.format=logstash");
        learner.post(LESSON, LESSON + "/tasks/exit-two/start");
        Matcher line = Pattern.compile("(?m)^\\{.*\"message\":\"The checker of .*is broken.*}$")
                .matcher(classroom.log());
        assertThat(line.find()).as(classroom.log()).isTrue();
        assertThat(line.group())
                .containsPattern("\"learner\":\"[^\"]+\"")
                .containsPattern("\"machine\":\"[0-9a-f]{12}\"");
        Matcher waking =
                Pattern.compile("(?m)^\\{.*\"message\":\"Waking machine.*}$").matcher(classroom.log());
        assertThat(waking.find()).isTrue();
        assertThat(waking.group()).contains("\"learner\":").contains("\"machine\":");
    }

    @Test
    @Order(6)
    void logsNeverHoldSecretsOrWhatIsTyped() throws IOException {
        String log = classroom.log();
        assertThat(log).containsPattern("\\[learner [^ ]+] \\[machine [0-9a-f]{12}]");
        assertThat(log)
                .doesNotContain(address.substring(address.indexOf("token=") + "token=".length()))
                .doesNotContain(learner.cookie())
                .doesNotContain(learner.cookie().substring(learner.cookie().indexOf('=') + 1))
                .doesNotContain(Files.readString(data("metrics-token")).strip())
                .doesNotContain("hush-");
    }

    private static Path data(String file) {
        return classroom.data().resolve(file);
    }

    private static <T> T answer(CompletableFuture<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static double value(String metric) {
        Matcher line =
                Pattern.compile("(?m)^" + Pattern.quote(metric) + " (\\S+)$").matcher(classroom.metrics());
        return line.find() ? Double.parseDouble(line.group(1)) : Double.NaN;
    }

    private static byte[] input(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(1 + bytes.length).put((byte) 0x02).put(bytes).array();
    }
}
