package dev.drydock.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The whole course, lesson after lesson on one machine, as a real learner has it: what one lesson leaves behind is there in the next.
 * Takes minutes; {@code ./drydock test --only course} runs it and leaves pictures of every page in target/journeys/course/.
 */
@Tag("course")
class CourseWalkTests {

    private static final Path PICTURES = Classroom.TRACES.resolve("course");

    @RegisterExtension
    final Journeys journeys = new Journeys();

    @ParameterizedTest
    @ValueSource(strings = {"en", "ko"})
    void everyLessonIsDoneInTurnOnOneMachine(String language) {
        journeys.classroom().forget();
        BrowserContext learner = journeys.learner();
        List<String> findings = new ArrayList<>();
        for (LessonSource lesson : LessonSource.course()) {
            String address = journeys.classroom().origin() + lesson.path() + "?lang=" + language;
            LessonTab tab = LessonTab.open(learner, address);
            tab.page().setViewportSize(1440, 900);
            findings.addAll(walk(lesson, tab));
            look(tab.page(), lesson.id() + "-" + language);
            tab.page().close();
        }
        assertThat(findings).isEmpty();
    }

    /** A lesson that cannot even be opened is a finding, too. */
    private static List<String> walk(LessonSource lesson, LessonTab tab) {
        List<String> findings = new ArrayList<>();
        try {
            findings.addAll(new LessonWalk(lesson, tab).walk());
            tab.page().evaluate("document.querySelectorAll('.lesson details').forEach((each) => (each.open = true))");
            Axe.assertAccessible(tab.page());
        } catch (AssertionError | RuntimeException stuck) {
            findings.add(lesson.id() + ": " + stuck.getMessage());
        }
        findings.forEach(System.out::println);
        return findings;
    }

    private static void look(Page page, String name) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        LessonWalk.photograph(page, 1440, PICTURES.resolve(name + "-1440-light.png"));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        LessonWalk.photograph(page, 390, PICTURES.resolve(name + "-390-dark.png"));
    }
}
