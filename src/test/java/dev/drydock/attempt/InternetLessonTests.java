package dev.drydock.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.journey.Classroom;
import dev.drydock.journey.Host;
import dev.drydock.journey.Patience;
import dev.drydock.journey.SharedClassroom;
import dev.drydock.journey.Visitor;
import java.io.IOException;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Courses that ask for the internet: their learners have it while a lesson of theirs is open, where the host allows it. */
@Tag("contract")
@ExtendWith(SharedClassroom.class)
class InternetLessonTests {

    private static final String ONLINE = "/courses/online/lessons/01-far";
    private static final String OTHER = "/courses/offline/lessons/01-near";
    private static final String STATUS = "service internet status > /dev/null; echo $?";

    private Classroom classroom;
    private Visitor learner;

    @BeforeEach
    void writeTheCourses(Classroom shared) throws IOException {
        classroom = shared;
        classroom.forget();
        course("online", "01-far", "network: internet\n");
        course("offline", "01-near", "");
        learner = Visitor.of(shared);
    }

    @AfterEach
    void removeTheCourses() throws IOException {
        TroubleCourse.remove(classroom.lessons().resolve("online"));
        TroubleCourse.remove(classroom.lessons().resolve("offline"));
        begin();
    }

    @Test
    void lessonWhenTheHostAllowsTheInternetHasItUntilOneIsOpenedThatDoesNot() {
        beginWithInternet();
        assertThat(page(ONLINE)).contains("data-state=\"due\"").doesNotContain("without-internet");

        assertThat(prepare(ONLINE)).contains("data-state=\"ready\"");
        assertThat(inside(STATUS)).containsExactly("0");
        assertThat(page(ONLINE)).doesNotContain("data-state=\"due\"");

        assertThat(page(OTHER)).contains("data-state=\"due\"");
        assertThat(prepare(OTHER)).contains("data-state=\"ready\"");
        Patience.until("it is closed", () -> inside(STATUS).equals(List.of("3")));
        assertThat(page(OTHER)).doesNotContain("data-state=\"due\"");

        assertThat(prepare(ONLINE)).contains("data-state=\"ready\"");
        assertThat(inside(STATUS)).containsExactly("0");
    }

    @Test
    void resetInSuchALessonGivesAMachineThatHasItToo() {
        beginWithInternet();
        prepare(ONLINE);
        String before = classroom.host().machine();
        String question = learner.get(ONLINE + "/machine/reset")
                .body()
                .replaceAll("(?s).*name=\"question\" value=\"([^\"]+)\".*", "$1");
        learner.postForm(ONLINE, ONLINE + "/machine/reset", "question=" + question);

        assertThat(classroom.host().machine()).isNotEqualTo(before);
        assertThat(inside(STATUS)).containsExactly("0");
    }

    @Test
    void machineAfterTheServerWasKilledHasItAgainWhenATerminalIsOpened() {
        beginWithInternet();
        page(ONLINE);
        prepare(ONLINE);
        classroom.kill();
        Patience.until("it ends with the server", () -> inside(STATUS).equals(List.of("3")));

        beginWithInternet();
        // The page is still open; its terminals connect by themselves.
        WebSocket terminal = learner.socket()
                .subprotocols("drydock.terminal.v1")
                .header("Origin", learner.origin())
                .buildAsync(
                        URI.create(learner.origin().replace("http", "ws") + "/terminal/main"),
                        new WebSocket.Listener() {})
                .join();
        // OPEN: 80 columns, 24 rows, and nothing seen before.
        ByteBuffer open =
                ByteBuffer.allocate(21).put((byte) 1).putShort((short) 80).putShort((short) 24);
        terminal.sendBinary(open.rewind(), true).join();
        Patience.until("it is open again", () -> inside(STATUS).equals(List.of("0")));
        terminal.abort();
        assertThat(prepare(ONLINE)).contains("data-state=\"ready\"");
    }

    @Test
    void lessonWhenTheProxyIsAwayTellsTheLearnerAndCanBeTriedAgain() {
        beginWithInternet();
        Host.docker("stop", "-t", "0", proxies().getFirst());
        assertThat(prepare(ONLINE))
                .contains("data-state=\"offline\"", "cannot reach the internet right now", "Try again");

        Host.docker("start", proxies().getFirst());
        Patience.until("the proxy is back", () -> prepare(ONLINE).contains("data-state=\"ready\""));
        assertThat(inside(STATUS)).containsExactly("0");
    }

    @Test
    void lessonWhenTheHostDoesNotAllowTheInternetSaysSoAndGoesOn() {
        begin();
        assertThat(proxies()).isEmpty();
        assertThat(classroom.log()).contains("Course online asks for the internet, which this host does not allow");
        assertThat(page(ONLINE)).contains("this classroom does not allow that. You can go on");
        assertThat(learner.get(ONLINE, "Accept-Language", "ko").body()).contains("이 교실에서는 인터넷을 허용하지 않습니다");
        assertThat(page(OTHER)).doesNotContain("without-internet");

        assertThat(prepare(ONLINE)).contains("data-state=\"ready\"");
        assertThat(inside(STATUS)).containsExactly("3");
    }

    /** An earlier server's proxy is replaced by one of the new server's. */
    private void beginWithInternet() {
        List<String> before = classroom.host().proxies();
        begin(
                "--drydock.internet.allowed=true",
                "--drydock.internet.image=" + Host.image("DRYDOCK_EGRESS_IMAGE", "drydock/egress:dev"));
        Patience.until(
                "the proxy is a new one",
                () -> proxies().size() == 1 && !proxies().equals(before));
    }

    private void begin(String... options) {
        classroom.kill();
        classroom.startAgain(options);
        learner = Visitor.signedIn(classroom);
        if (Files.exists(classroom.lessons().resolve("online"))) {
            Patience.until("the courses are shown", () -> page(ONLINE).contains("Far"));
        }
        Patience.until(
                "what an earlier server left is gone",
                () -> options.length > 0 || proxies().isEmpty());
    }

    private List<String> proxies() {
        return classroom.host().proxies();
    }

    private void course(String course, String lesson, String settings) throws IOException {
        Path directory =
                Files.createDirectories(classroom.lessons().resolve(course).resolve(lesson));
        // The quiz is there for the page to have a form, and a form a token.
        Files.writeString(
                directory.resolve("lesson.md"),
                "# %s\n\n> [!QUIZ q] **Which?**\n>\n> - [x] This\n> - [ ] That\n>\n> Because.\n"
                        .formatted(settings.isEmpty() ? "Near" : "Far"));
        Files.writeString(
                directory.resolveSibling("course.yaml"),
                "title: " + course + "\n" + settings + "lessons:\n  - " + lesson + "\n");
    }

    private String page(String path) {
        return learner.get(path).body();
    }

    private String prepare(String lesson) {
        return learner.post(lesson, lesson + "/preparation", Answers.FRAGMENT, "preparation")
                .body();
    }

    private List<String> inside(String script) {
        String machine = classroom.host().machine();
        String uid = Host.docker("inspect", "-f", "{{index .Config.Labels \"dev.drydock.uid\"}}", machine)
                .getFirst();
        return Host.docker("exec", "-u", uid + ":" + uid, machine, "machine-enter", "inside", "--", "sh", "-c", script);
    }
}
