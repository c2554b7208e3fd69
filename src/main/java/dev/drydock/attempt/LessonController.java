package dev.drydock.attempt;

import dev.drydock.account.ForLearners;
import dev.drydock.account.Learner;
import dev.drydock.attempt.Policy.CourseRules;
import dev.drydock.lesson.Course;
import dev.drydock.lesson.Image;
import dev.drydock.lesson.Lessons;
import dev.drydock.lesson.Problem;
import dev.drydock.lesson.Severity;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The pages of courses and lessons. */
@Controller
@ForLearners
class LessonController {

    private final LessonPages pages;
    private final Lessons lessons;
    private final LearnerMachines machines;
    private final LastCourses lastCourses;
    private final Permits permits;

    LessonController(
            LessonPages pages, Lessons lessons, LearnerMachines machines, LastCourses lastCourses, Permits permits) {
        this.machines = machines;
        this.lastCourses = lastCourses;
        this.pages = pages;
        this.lessons = lessons;
        this.permits = permits;
    }

    @GetMapping("/")
    String start(@AuthenticationPrincipal Learner learner) {
        return "redirect:" + pages.whereToGoOn(learner).orElse("/courses");
    }

    @GetMapping("/courses")
    String courses(@AuthenticationPrincipal Learner learner, Locale language, Model model) {
        List<CourseView> courses = pages.courses(learner, language);
        model.addAttribute("courses", courses);
        model.addAttribute("noneShown", courses.isEmpty() && !lessons.courses().isEmpty());
        machines.keptUntil(learner).ifPresent(end -> model.addAttribute("keptUntil", Moments.day(end, language)));
        model.addAttribute("problems", mistakes());
        return "attempt/courses";
    }

    @GetMapping("/courses/{course}/lessons/{lesson}")
    String lesson(
            @AuthenticationPrincipal Learner learner,
            @PathVariable String course,
            @PathVariable String lesson,
            Locale language,
            Model model,
            HttpServletResponse response) {
        CourseRules rules = permits.in(course, learner).orElseThrow(Answers::gone);
        if (!permits.isOpen(rules)) {
            return notOpenYet(rules, course, language, model, response);
        }
        model.addAttribute(
                "page",
                pages.lesson(learner, course, lesson, rules, language)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        lastCourses.opened(learner.id(), course);
        model.addAttribute(
                "problems",
                mistakes().stream().filter(problem -> problem.isIn(course)).toList());
        return "attempt/lesson";
    }

    private String notOpenYet(
            CourseRules rules, String course, Locale language, Model model, HttpServletResponse response) {
        Course found = lessons.course(course).orElseThrow(Answers::gone);
        response.setStatus(HttpStatus.FORBIDDEN.value());
        model.addAttribute("courseTitle", found.title().in(language));
        model.addAttribute("opens", Moments.dayAndTime(rules.opensAt().orElseThrow(), language));
        return "attempt/not-open";
    }

    /** What is left out until it is mended; what only could be better is for the linter to say. */
    private List<Problem> mistakes() {
        return lessons.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
    }

    @GetMapping("/courses/{course}/lessons/{lesson}/files/{name}")
    ResponseEntity<byte[]> image(@PathVariable String course, @PathVariable String lesson, @PathVariable String name) {
        Image image = lessons.find(course, lesson)
                .flatMap(found -> found.image(name))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(image.type()))
                .cacheControl(CacheControl.noCache())
                .header("Content-Security-Policy", Image.CONTENT_SECURITY_POLICY)
                .body(image.content());
    }
}
