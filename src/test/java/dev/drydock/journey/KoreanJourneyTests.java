package dev.drydock.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A lesson from its preparation to a fresh start, for a learner whose browser asks for Korean. */
@Tag("browser")
class KoreanJourneyTests {

    private static final String ENGLISH = """
            ---
            solutions: 1
            ---
            # Scratch

            > [!QUIZ which] **What makes a container?**
            >
            > - [ ] A registry
            > - [x] An image
            >
            > It is made from an image.

            > [!TASK leave-word] **Leave the word**
            """;

    private static final String KOREAN = """
            # 연습

            > [!QUIZ which] **컨테이너는 무엇으로 만들어집니까?**
            >
            > - [ ] 레지스트리
            > - [x] 이미지
            >
            > 컨테이너는 이미지로 만들어집니다.

            > [!TASK leave-word] **단어 남기기**
            """;

    @RegisterExtension
    final Journeys journeys = new Journeys();

    private ScratchCourse course;

    @BeforeEach
    void writeCourse() {
        course = new ScratchCourse(journeys.classroom())
                .languages("en, ko")
                .lesson("lesson.md", ENGLISH)
                .lesson("lesson.ko.md", KOREAN)
                .task("leave-word", "file_contains ~/word.txt anchor", "echo anchor > ~/word.txt")
                .lesson("setup.sh", "#!/bin/sh\nset -eu\necho ready > ~/setup.txt\n");
        course.show(journeys);
        journeys.classroom().forget();
    }

    @AfterEach
    void removeCourse() {
        course.close();
    }

    @Test
    void preparationQuestionsSolutionsAndFreshStartsSpeakTheLearnersLanguage() {
        LessonTab tab = LessonTab.open(journeys.learner(Journeys.korean()), course.address());
        Watching.awaitSaid(tab.page(), "이 레슨에 필요한 머신을 준비하고 있습니다…");
        Watching.awaitSaid(tab.page(), "이 레슨을 시작할 준비가 되었습니다.");

        Locator quiz = tab.task("which").locator();
        answer(quiz, "레지스트리");
        assertThat(quiz.locator(".task-verdict")).hasText("조금 아쉽습니다. 위의 설명을 다시 읽고 다른 답을 골라 보세요.");
        answer(quiz, "이미지");
        assertThat(quiz.locator(".quiz-explanation")).hasText("컨테이너는 이미지로 만들어집니다.");
        tab.expectProgress("2개 중 1개 완료");

        Locator task = tab.task("leave-word").locator();
        assertThat(task.locator(".solution-later")).hasText("1번 더 시도하면 풀이를 볼 수 있습니다.");
        tab.task("leave-word").check();
        tab.task("leave-word").expect("not-yet", "아직 아님");
        task.locator("form.task-solution button").click();
        assertThat(task.locator(".solution summary")).hasText("풀이");
        Axe.assertAccessible(tab.page());
        startOver(tab, task);
    }

    private void startOver(LessonTab tab, Locator task) {
        String machine = journeys.classroom().host().machine();
        Locator dialog = tab.page().getByRole(AriaRole.DIALOG);
        task.locator("a.ask-first").click();
        assertThat(dialog.locator("h1")).hasText("이 과제를 다시 시작할까요?");
        assertThat(dialog.locator(".reset")).hasAttribute("lang", "ko");
        assertThat(dialog.innerText()).contains("단어 남기기").doesNotContainPattern("[A-Za-z]{3}");
        Axe.assertAccessible(tab.page());
        dialog.locator("button.danger").click();
        assertThat(dialog.locator("h1")).hasText("완료되었습니다");
        assertThat(dialog.innerText()).doesNotContainPattern("[A-Za-z]{3}");
        dialog.locator("a[data-close]").click();
        assertThat(journeys.classroom().host().machine()).isNotEqualTo(machine);
    }

    private static void answer(Locator quiz, String choice) {
        quiz.getByLabel(choice).check();
        quiz.locator("form.task-check button").click();
    }
}
