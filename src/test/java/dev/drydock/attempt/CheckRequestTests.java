package dev.drydock.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.journey.Classroom;
import dev.drydock.journey.Patience;
import dev.drydock.journey.SharedClassroom;
import dev.drydock.journey.Visitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks as they are asked for over HTTP, of a course whose checkers do what checkers should not. */
@Tag("contract")
@ExtendWith(SharedClassroom.class)
class CheckRequestTests {

    private static final String LESSON = "/courses/trouble/lessons/01-checks";
    private static final String FRAGMENT = "X-Drydock-Fragment";
    private static final String NOT_YOUR_FAULT = "It is not your fault, and your work is safe.";

    private static Classroom classroom;
    private static Visitor learner;

    @BeforeAll
    static void writeTheCourse(Classroom shared) throws IOException {
        classroom = shared;
        TroubleCourse.write(shared.lessons().resolve("trouble"));
        learner = Visitor.signedIn(shared);
        Patience.until("the course is shown", () -> learner.get(LESSON).statusCode() == 200);
        TroubleCourse.haveAMachine(learner);
    }

    @AfterAll
    static void removeTheCourse() throws IOException {
        TroubleCourse.remove(classroom.lessons().resolve("trouble"));
    }

    @Test
    void checkWithoutJavaScriptLeadsBackToTheTask() {
        HttpResponse<String> answer = learner.post(LESSON, LESSON + "/tasks/not-yet/check");

        assertThat(answer.statusCode()).isIn(302, 303);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith(LESSON + "#task-not-yet");
        assertThat(learner.get(LESSON).body()).contains("Expected a &lt;b&gt;file&lt;/b&gt;, saw none.");
    }

    @Test
    void checkWithJavaScriptIsAnsweredWithTheCardAlone() {
        HttpResponse<String> answer = check("not-yet");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("<task-card id=\"task-not-yet\" data-state=\"not-yet\"")
                .contains("Expected a &lt;b&gt;file&lt;/b&gt;, saw none.")
                .contains("name=\"_csrf\"")
                .doesNotContain("<html", "<main");
    }

    @ParameterizedTest
    @CsvSource({
        "exit-two, ended with 2. It said: the checker has lost its way",
        "silent, without a message for the learner",
        "no-run-bit, chmod +x",
        "no-interpreter, could not be started",
        "hangs, was still running after 10 s",
        "talks, ended with 3",
    })
    void checkerThatIsBrokenIsNotTheLearnersFaultAndTheReasonIsLogged(String task, String reason) {
        HttpResponse<String> answer = check(task);

        assertThat(answer.body()).contains("data-state=\"broken\"").contains(NOT_YOUR_FAULT);
        assertThat(answer.body()).doesNotContain(reason).hasSizeLessThan(20_000);
        assertThat(classroom.log().lines())
                .anySatisfy(line -> assertThat(line).contains("The checker of", "task=" + task, reason));
    }

    @Test
    void taskThatHasPassedStaysPassedAndSaysHowItIsNow() {
        assertThat(check("first-only").body()).contains("data-state=\"passed\"");
        assertThat(check("first-only").body())
                .contains("data-state=\"passed\"")
                .contains("This task has passed and stays passed. As your machine is now: It was there before.");
    }

    @Test
    void twoChecksAtOnceRunOneAfterAnother() {
        List<CompletableFuture<HttpResponse<String>>> both = Stream.of("one-at-a-time", "one-at-a-time")
                .map(task -> CompletableFuture.supplyAsync(() -> check(task)))
                .toList();
        assertThat(both).allSatisfy(answer -> assertThat(answer.join().body()).contains("data-state=\"passed\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                LESSON + "/tasks/none/check",
                LESSON + "/tasks/none/start",
                "/courses/trouble/lessons/none/tasks/not-yet/check",
                "/courses/none/lessons/01-checks/tasks/not-yet/check",
                LESSON + "/tasks/..%2Fnot-yet/check"
            })
    void checkOfWhatIsNotThereIsNotFound(String path) {
        assertThat(learner.post(LESSON, path).statusCode()).isIn(400, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_csrf=", "_csrf=0123456789abcdef"})
    void checkWithoutTheFormsTokenIsForbidden(String form) {
        assertThat(learner.postAs(form, LESSON + "/tasks/not-yet/check").statusCode())
                .isEqualTo(403);
        assertThat(learner.postAs(form, LESSON + "/tasks/not-yet/start").statusCode())
                .isEqualTo(403);
    }

    @Test
    void checkByGetIsNotAllowed() {
        assertThat(learner.get(LESSON + "/tasks/not-yet/check").statusCode()).isEqualTo(405);
    }

    @Test
    void checkByAStrangerIsRefused() {
        assertThat(Visitor.of(classroom)
                        .postAs("", LESSON + "/tasks/not-yet/check")
                        .statusCode())
                .isIn(401, 403);
    }

    private static HttpResponse<String> check(String task) {
        return learner.post(LESSON, LESSON + "/tasks/" + task + "/check", FRAGMENT, "task-card");
    }
}
