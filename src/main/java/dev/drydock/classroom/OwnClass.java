package dev.drydock.classroom;

import dev.drydock.account.Learner;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What the handlers of one class have in common: whose it is, and the page that they come back to. */
@Component
@ConditionalOnBooleanProperty("drydock.classroom.open")
class OwnClass {

    private final Classes classes;
    private final ClassPages pages;

    OwnClass(Classes classes, ClassPages pages) {
        this.classes = classes;
        this.pages = pages;
    }

    /** The class of an address, if it is the instructor's. What is none, and what is another's, look the same. */
    TaughtClass find(Learner instructor, String id) {
        return classes.taughtBy(instructor.id(), id).orElseThrow(OwnClass::gone);
    }

    static ResponseStatusException gone() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    String page(TaughtClass taught, Locale language, Model model) {
        String origin =
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
        model.addAttribute("page", pages.of(taught, origin, language));
        return "classroom/class";
    }

    /**
     * The page again, with what was wrong with a form.
     *
     * @param problem the end of a message's key
     */
    String problem(String problem, TaughtClass taught, Locale language, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("problem", problem);
        return page(taught, language, model);
    }

    /** Back to the page, which tells what was done. */
    static String done(TaughtClass taught, Told told) {
        return "redirect:" + taught.path() + "?told=" + told.word();
    }
}
