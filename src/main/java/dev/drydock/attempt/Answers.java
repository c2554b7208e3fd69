package dev.drydock.attempt;

import dev.drydock.account.Learner;
import dev.drydock.lesson.Lesson;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/** Answers the forms of cards: with the card alone where a script has asked, else with the way back to it. */
@Component
class Answers {

    /** The header by which a script asks for a piece of a page instead of a page. */
    static final String FRAGMENT = "X-Drydock-Fragment";

    private final LessonPages pages;

    Answers(LessonPages pages) {
        this.pages = pages;
    }

    /** The view that shows where the learner stands with an exercise now. */
    String card(
            Learner learner, Lesson lesson, String exercise, @Nullable String fragment, Locale language, Model model) {
        if (fragment == null) {
            return "redirect:" + Paths.card(lesson, exercise);
        }
        model.addAttribute(
                "answer", pages.answer(learner, lesson, exercise, language).orElseThrow(Answers::gone));
        return "attempt/answer :: answer";
    }

    /** What an address names is not in the lessons, perhaps not any more. */
    static ResponseStatusException gone() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
