package dev.drydock.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.journey.Classroom;
import dev.drydock.journey.Host;
import dev.drydock.journey.Patience;
import dev.drydock.journey.SharedClassroom;
import dev.drydock.journey.Visitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a lesson does to the learner's machine: it is prepared once, files are saved into it, it is started over. */
@Tag("contract")
@ExtendWith(SharedClassroom.class)
class WorkplaceTests {

    private static final String LESSON = Workshop.PATH;
    private static final Pattern QUESTION = Pattern.compile("name=\"question\" value=\"([^\"]+)\"");
    private static final Pattern SAVE = Pattern.compile("save=\"([0-9a-f]{12})\"");

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
        Patience.until("the course is gone", () -> learner.get(LESSON).statusCode() == 404);
    }

    @Test
    void preparationHappensOnceForEachMachine() {
        assertThat(page()).contains("data-state=\"due\"");

        assertThat(prepare().body()).contains("data-state=\"ready\"");
        assertThat(prepare().body()).contains("data-state=\"ready\"");

        assertThat(page()).contains("data-state=\"ready\"");
        assertThat(inside("cat /root/wood.txt /root/setup.log")).containsExactly("oak", "oak");
    }

    @Test
    void preparationThatFailsIsNotTheLearnersFaultAndCanBeTriedAgain() throws IOException {
        workshop.script("setup.sh", "#!/bin/sh\necho the saw is blunt\nexit 3\n");
        awaitEdit("The setup is broken.");

        assertThat(prepare().body())
                .contains("data-state=\"failed\"", "It is not your fault", "Try again")
                .doesNotContain("blunt");
        assertThat(classroom.log()).contains("setup.sh ended with 3", "the saw is blunt");

        workshop.script("setup.sh", "#!/bin/sh\nexit 0\n");
        awaitEdit("The setup is mended.");
        assertThat(prepare().body()).contains("data-state=\"ready\"");
    }

    @Test
    void checkWhenPreparationFailsSaysSoAndPreparesAgain() throws IOException {
        workshop.script("setup.sh", "#!/bin/sh\necho the saw is blunt\nexit 3\n");
        awaitEdit("The setup is broken.");

        learner.post(LESSON, LESSON + "/tasks/saw/start");

        assertThat(card("saw"))
                .contains("data-state=\"unprepared\"", "Your machine could not be prepared for this lesson")
                .contains("Prepare the machine again", "Start this task over")
                .doesNotContain("check itself is broken", "blunt");
        assertThat(card("saw", "Accept-Language", "ko-KR"))
                .contains("이 레슨에 필요한 머신을 준비하지 못해서 검사하지 못했습니다.", "머신 다시 준비하기");
        assertThat(check("saw")).contains("data-state=\"unprepared\"");

        workshop.script("setup.sh", "#!/bin/sh\nexit 0\n");
        awaitEdit("The setup is mended.");
        learner.post(LESSON, LESSON + "/tasks/saw/start");
        assertThat(card("saw")).contains("data-state=\"not-yet\"").doesNotContain("Show the solution");
    }

    @Test
    void previewTellsItsAuthorWhyNothingWasChecked() throws IOException {
        classroom.kill();
        classroom.startAgain("--drydock.preview=true");
        try {
            workshop.script("setup.sh", "#!/bin/sh\necho the saw is blunt\nexit 3\n");
            awaitEdit("The setup is broken.");
            learner.post(LESSON, LESSON + "/tasks/saw/start");
            assertThat(card("saw")).contains("setup.sh ended with 3, saying:", "the saw is blunt");

            workshop.script("setup.sh", "#!/bin/sh\nexit 0\n");
            workshop.script("check/saw.sh", "#!/bin/sh\nset -eu\nfile_exist ~/board\n");
            awaitEdit("The check is broken.");
            assertThat(check("saw")).contains("data-state=\"broken\"", "file_exist: not found");
        } finally {
            classroom.kill();
            classroom.startAgain();
        }
    }

    @Test
    void checkBeforePreparationPreparesFirstAndGetsTheVariables() {
        learner.postForm(LESSON, LESSON + "/quizzes/wood", "choice=1");

        learner.post(LESSON, LESSON + "/tasks/saw/start");

        assertThat(page()).contains("No board, learner, and quizzes passed: &lt;wood&gt;.");
        assertThat(inside("cat /root/setup.log")).containsExactly("oak");
    }

    @Test
    void solutionIsShownAfterTheTriesThatTheCourseAsksFor() {
        prepare();
        check("saw");
        assertThat(check("saw")).contains("Show the solution").doesNotContain("touch ~/board");

        HttpResponse<String> answer =
                learner.post(LESSON, LESSON + "/tasks/saw/solution", Answers.FRAGMENT, "task-card");

        assertThat(answer.body())
                .contains("<code-fence language=\"sh\" run", "touch ~/board")
                .doesNotContain("set -eu");
        assertThat(page()).contains("touch ~/board").doesNotContain("touch ~/bench");
    }

    @Test
    void saveWritesTheLessonsTextAndKeepsWhatWasThere() {
        assertThat(save().body()).isEqualTo("Saved as ~/plans/bench.yaml in your machine.");
        assertThat(inside("cat /root/plans/bench.yaml")).containsExactly("for: learner");
        assertThat(save().body()).contains("in your machine already");

        inside("echo mine > /root/plans/bench.yaml");

        assertThat(save().body()).contains("What was there before is now ~/plans/bench.yaml~.");
        assertThat(inside("cat /root/plans/bench.yaml /root/plans/bench.yaml~"))
                .containsExactly("for: learner", "mine");
        assertThat(inside("cat /root/setup.log")).containsExactly("oak");
    }

    @Test
    void saveWhenSomethingIsInTheWaySaysWhatAndLeavesIt() {
        prepare();
        inside("mkdir -p /root/plans/bench.yaml");
        assertThat(save().statusCode()).isEqualTo(409);
        assertThat(save().body()).contains("is a directory in your machine");

        inside("rm -r /root/plans; echo mine > /root/plans");
        assertThat(save().body()).contains("a file stands where a directory of");
        assertThat(inside("cat /root/plans")).containsExactly("mine");
    }

    @Test
    void saveInKoreanAnswersInKorean() {
        prepare();
        HttpResponse<String> answer = learner.post(LESSON, LESSON + "/saves/" + saveId(), "Accept-Language", "ko-KR");
        assertThat(answer.body()).isEqualTo("머신에 ~/plans/bench.yaml 파일로 저장했습니다.");
    }

    @Test
    void resetOfATaskBringsAFreshMachineToItsStartAndKeepsProgress() {
        learner.postForm(LESSON, LESSON + "/quizzes/wood", "choice=1");
        prepare();
        inside("touch /root/mine");
        String before = classroom.host().machine();

        HttpResponse<String> answer = reset("/tasks/nail/reset");

        assertThat(answer.body()).contains("You have a fresh machine, at the start of this task.");
        assertThat(classroom.host().machine()).isNotEqualTo(before);
        assertThat(inside("cd /root && ls")).containsExactly("board", "setup.log", "wood.txt");
        assertThat(page()).contains("1 of 4 done", "data-state=\"ready\"");
    }

    @Test
    void resetOfTheMachineAsksFirstAndSaysWhatIsLostAndKept() {
        prepare();
        String before = classroom.host().machine();

        assertThat(learner.get(LESSON + "/machine/reset").body())
                .contains(
                        "<h1", "everything in your machine", "your progress, points and answers", "Leave it as it is");
        assertThat(classroom.host().machine()).isEqualTo(before);

        assertThat(reset("/machine/reset").body()).contains("You have a fresh machine.");
        assertThat(classroom.host().machine()).isNotEqualTo(before);
        assertThat(inside("cat /root/setup.log")).containsExactly("oak");
    }

    @Test
    void resetThatIsAnsweredTwiceHappensOnce() {
        prepare();
        String form = "question=" + question("/tasks/nail/reset");

        List<CompletableFuture<HttpResponse<String>>> both = Stream.of(form, form)
                .map(one -> CompletableFuture.supplyAsync(
                        () -> learner.postForm(LESSON, LESSON + "/tasks/nail/reset", one)))
                .toList();

        assertThat(both).allSatisfy(answer -> assertThat(answer.join().body()).contains("You have a fresh machine"));
        String machine = classroom.host().machine();
        learner.postForm(LESSON, LESSON + "/tasks/nail/reset", form);
        assertThat(classroom.host().machine()).isEqualTo(machine);
    }

    @Test
    void resetThatFailsLeavesTheMachineAsItWas() throws IOException {
        prepare();
        inside("touch /root/mine");
        String before = classroom.host().machine();
        workshop.script("solve/saw.sh", "#!/bin/sh\nexit 7\n");
        awaitEdit("The solution is broken.");

        assertThat(reset("/tasks/nail/reset").body()).contains("a script of the lesson has failed");

        assertThat(classroom.host().machine()).isEqualTo(before);
        assertThat(inside("ls /root/mine")).containsExactly("/root/mine");
        assertThat(classroom.log()).contains("solve/saw.sh ended with 7");
    }

    @Test
    void resetWhileChecksAndSavesGoOnLeavesOneMachine() {
        prepare();
        String question = question("/machine/reset");
        List<CompletableFuture<Integer>> all = Stream.<java.util.function.Supplier<HttpResponse<String>>>of(
                        () -> learner.postForm(LESSON, LESSON + "/machine/reset", "question=" + question),
                        () -> learner.post(LESSON, LESSON + "/tasks/saw/check"),
                        this::save,
                        this::prepare)
                .map(one -> CompletableFuture.supplyAsync(one).thenApply(HttpResponse::statusCode))
                .toList();

        assertThat(all).allSatisfy(status -> assertThat(status.join()).isIn(200, 302, 303));
        assertThat(classroom.host().machine()).isNotEmpty();
        assertThat(prepare().body()).contains("data-state=\"ready\"");
    }

    private void awaitEdit(String words) throws IOException {
        workshop.add(words);
        Patience.until("the edit is shown", () -> page().contains(words));
    }

    private String page() {
        return learner.get(LESSON).body();
    }

    private HttpResponse<String> prepare() {
        return learner.post(LESSON, LESSON + "/preparation", Answers.FRAGMENT, "preparation");
    }

    private String check(String task) {
        return learner.post(LESSON, LESSON + "/tasks/" + task + "/check", Answers.FRAGMENT, "task-card")
                .body();
    }

    private String card(String task, String... headers) {
        Pattern card = Pattern.compile("<task-card id=\"task-" + task + "\"(.*?)</task-card>", Pattern.DOTALL);
        return found(card, learner.get(LESSON, headers).body());
    }

    private String saveId() {
        return found(SAVE, page());
    }

    private HttpResponse<String> save() {
        return learner.post(LESSON, LESSON + "/saves/" + saveId());
    }

    private String question(String path) {
        return found(QUESTION, learner.get(LESSON + path).body());
    }

    private HttpResponse<String> reset(String path) {
        return learner.postForm(LESSON, LESSON + path, "question=" + question(path));
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as("%s on the page", pattern).isTrue();
        return matcher.group(1);
    }

    private List<String> inside(String script) {
        String machine = classroom.host().machine();
        String uid = Host.docker("inspect", "-f", "{{index .Config.Labels \"dev.drydock.uid\"}}", machine)
                .getFirst();
        return Host.docker("exec", "-u", uid + ":" + uid, machine, "machine-enter", "inside", "--", "sh", "-c", script);
    }
}
