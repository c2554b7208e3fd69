package dev.drydock.classroom;

import dev.drydock.account.ForInstructors;
import dev.drydock.account.Learner;
import dev.drydock.account.LearnerName;
import dev.drydock.classroom.Assignments.Assignment;
import dev.drydock.classroom.Classes.Settings;
import dev.drydock.lesson.Lessons;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One class: how one joins it, what it is shown, and what it is called. */
@Controller
@ForInstructors
@ConditionalOnBooleanProperty("drydock.classroom.open")
@RequestMapping("/teach/classes/{id}")
class ClassController {

    private static final int MOST_SEATS = 10_000;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");

    private final OwnClass own;
    private final Classes classes;
    private final Assignments assignments;
    private final Lessons lessons;

    ClassController(OwnClass own, Classes classes, Assignments assignments, Lessons lessons) {
        this.own = own;
        this.classes = classes;
        this.assignments = assignments;
        this.lessons = lessons;
    }

    /** Asked before each handler here, so that none can forget it. */
    @ModelAttribute("taught")
    TaughtClass taught(@PathVariable String id, @AuthenticationPrincipal Learner instructor) {
        return own.find(instructor, id);
    }

    @GetMapping
    String show(
            @ModelAttribute(name = "taught", binding = false) TaughtClass taught,
            @RequestParam(defaultValue = "") String told,
            Locale language,
            Model model) {
        Told.of(told).ifPresent(known -> model.addAttribute("told", known.word()));
        return own.page(taught, language, model);
    }

    /** Whoever changes the language on an answered form, or opens it from the browser's history. */
    @GetMapping({"/settings", "/state", "/code", "/courses", "/courses/remove"})
    String form(@ModelAttribute(name = "taught", binding = false) TaughtClass taught) {
        return "redirect:" + taught.path();
    }

    @PostMapping("/settings")
    String settings(
            @ModelAttribute(name = "taught", binding = false) TaughtClass taught,
            SettingsForm form,
            Locale language,
            Model model,
            HttpServletResponse response) {
        LearnerName name = LearnerName.of(form.name());
        Optional<LearnerName.Fault> fault = name.fault(TaughtClass.LONGEST_NAME);
        OptionalInt seats = seats(form.seats());
        if (fault.isPresent() || seats.isEmpty()) {
            String problem = fault.map(found -> "class-name-" + found.word()).orElse("seats");
            return own.problem(problem, taught, language, model, response);
        }
        classes.set(
                taught.id(),
                new Settings(name.text(), seats.getAsInt(), form.hints() != null, form.solutions() != null));
        return OwnClass.done(taught, Told.SAVED);
    }

    @PostMapping("/state")
    String state(
            @ModelAttribute(name = "taught", binding = false) TaughtClass taught,
            @RequestParam(defaultValue = "") String state) {
        classes.set(taught.id(), ClassState.of(state).orElseThrow(OwnClass::gone));
        return OwnClass.done(taught, Told.SAVED);
    }

    @PostMapping("/code")
    String renewCode(@ModelAttribute(name = "taught", binding = false) TaughtClass taught) {
        classes.renewCode(taught.id());
        return OwnClass.done(taught, Told.NEW_CODE);
    }

    @PostMapping("/courses")
    String assign(
            @ModelAttribute(name = "taught", binding = false) TaughtClass taught,
            @RequestParam(defaultValue = "") String course,
            @RequestParam(defaultValue = "") String opens,
            @RequestParam(defaultValue = "") String due,
            Locale language,
            Model model,
            HttpServletResponse response) {
        boolean known = lessons.course(course).isPresent()
                || assignments.of(taught.id()).stream()
                        .anyMatch(one -> one.course().equals(course));
        if (!known) {
            return own.problem("course", taught, language, model, response);
        }
        try {
            Optional<Instant> from = ClassPages.instant(opens);
            Optional<Instant> until = ClassPages.instant(due);
            if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
                return own.problem("due-before-opening", taught, language, model, response);
            }
            assignments.put(taught.id(), new Assignment(course, from, until));
        } catch (DateTimeParseException notATime) {
            return own.problem("time", taught, language, model, response);
        }
        return OwnClass.done(taught, Told.SAVED);
    }

    @PostMapping("/courses/remove")
    String unassign(
            @ModelAttribute(name = "taught", binding = false) TaughtClass taught,
            @RequestParam(defaultValue = "") String course) {
        assignments.remove(taught.id(), course);
        return OwnClass.done(taught, Told.SAVED);
    }

    private static OptionalInt seats(String typed) {
        if (typed.isBlank()) {
            return OptionalInt.of(0);
        }
        int seats = NUMBER.matcher(typed.strip()).matches() ? Integer.parseInt(typed.strip()) : 0;
        return seats >= 1 && seats <= MOST_SEATS ? OptionalInt.of(seats) : OptionalInt.empty();
    }
}
