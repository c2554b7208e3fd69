package dev.drydock.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.journey.Classroom;
import dev.drydock.journey.Patience;
import dev.drydock.journey.SharedClassroom;
import dev.drydock.journey.Visitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms of a lesson page that leave the machine alone, as they are posted over HTTP: quizzes, solutions, edited lessons. */
@Tag("contract")
@ExtendWith(SharedClassroom.class)
class LessonFormTests {

    private static final String LESSON = Workshop.PATH;

    private Classroom classroom;
    private Workshop workshop;
    private Visitor learner;

    @BeforeEach
    void writeTheCourse(Classroom shared) throws IOException {
        classroom = shared;
        classroom.forget();
        workshop = Workshop.write(shared.lessons());
        learner = Visitor.signedIn(shared);
        Patience.until("the course is shown", () -> page().contains("task-saw"));
    }

    @AfterEach
    void removeTheCourse() throws IOException {
        TroubleCourse.remove(classroom.lessons().resolve("workshop"));
    }

    @Test
    void quizBeforeItHasPassedSaysNothingOfWhatIsRight() {
        assertThat(page()).contains("Which wood?", "Oak").doesNotContain("lasts longest", "checked=", "- [x]");
    }

    @Test
    void quizWhenAnsweredWronglyIsNotYetAndGivesNothingAway() {
        HttpResponse<String> answer = answer("wood", "choice=0");

        assertThat(answer.body())
                .contains("id=\"task-wood\" data-state=\"not-yet\"", "Have another look at the text above")
                .contains("value=\"0\" checked=\"checked\"")
                .contains("0 of 4 done · 0 of 12 points")
                .doesNotContain("lasts longest", "<html");
    }

    @Test
    void quizWhenAnsweredRightlyPassesWithItsExplanationAndStaysPassed() {
        assertThat(answer("wood", "choice=1").body())
                .contains(
                        "id=\"task-wood\" data-state=\"passed\"", "Oak lasts longest.", "1 of 4 done · 2 of 12 points");
        assertThat(answer("wood", "choice=0").body())
                .contains("data-state=\"passed\"", "value=\"1\" checked=\"checked\"");
    }

    @Test
    void quizOfSeveralChoicesPassesWithAllOfThemOnly() {
        assertThat(answer("tools", "choice=0").body()).contains("data-state=\"not-yet\"", "a choice is missing, or");
        assertThat(answer("tools", "choice=0&choice=1&choice=2").body()).contains("data-state=\"not-yet\"");
        assertThat(answer("tools", "choice=0&choice=1").body()).contains("data-state=\"passed\"");
    }

    @Test
    void quizWhenNothingIsChosenAsksToChoose() {
        assertThat(answer("wood", "").body()).contains("data-state=\"not-yet\"", "Nothing is chosen yet.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"choice=-1", "choice=99", "choice=2147483647", "choice=1&choice=0"})
    void quizWhenAnsweredWithWhatIsNoChoiceIsNotYet(String form) {
        assertThat(answer("wood", form).body()).contains("data-state=\"not-yet\"");
    }

    @Test
    void quizWhenAnsweredWithNonsenseIsABadRequest() {
        assertThat(answer("wood", "choice=oak").statusCode()).isEqualTo(400);
    }

    @Test
    void quizWithoutJavaScriptLeadsBackToItsCard() {
        HttpResponse<String> answer = learner.postForm(LESSON, LESSON + "/quizzes/wood", "choice=1");

        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith(LESSON + "#task-wood");
        assertThat(page()).contains("Oak lasts longest.");
    }

    @Test
    void solutionBeforeItMayBeShownIsNowhere() {
        assertThat(page()).contains("The solution can be shown after 2 more tries.");

        HttpResponse<String> answer =
                learner.post(LESSON, LESSON + "/tasks/saw/solution", Answers.FRAGMENT, "task-card");

        assertThat(answer.body()).contains("after 2 more tries").doesNotContain("touch ~/board");
        assertThat(page()).doesNotContain("touch ~/board");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/quizzes/none",
                "/saves/000000000000",
                "/tasks/none/solution",
                "/tasks/none/reset",
                "/tasks/wood/check",
                "/quizzes/saw"
            })
    void whatIsNotInTheLessonIsNotFound(String form) {
        assertThat(learner.post(LESSON, LESSON + form).statusCode()).isEqualTo(404);
    }

    @Test
    void taskThatWasRenamedIsNotFoundAndOthersKeepTheirProgress() throws IOException {
        answer("wood", "choice=1");
        workshop.renameSaw();
        Patience.until("the edit is shown", () -> page().contains("task-cut"));

        assertThat(learner.post(LESSON, LESSON + "/tasks/saw/check", Answers.FRAGMENT, "task-card")
                        .statusCode())
                .isEqualTo(404);
        assertThat(page()).contains("1 of 4 done · 2 of 12 points").doesNotContain("task-saw");
    }

    @Test
    void quizThatBecameATaskIsToBeDone() throws IOException {
        answer("tools", "choice=0");
        workshop.script("check/tools.sh", "#!/bin/sh\nexit 0\n");
        workshop.text("# Other\n\n> [!TASK tools] **Fetch the tools**\n");
        Patience.until("the edit is shown", () -> page().contains("Fetch the tools"));

        assertThat(page()).contains("0 of 1 done");
    }

    private String page() {
        return learner.get(LESSON).body();
    }

    private HttpResponse<String> answer(String quiz, String form) {
        return learner.postForm(LESSON, LESSON + "/quizzes/" + quiz, form, Answers.FRAGMENT, "task-card");
    }
}
