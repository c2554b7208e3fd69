package dev.drydock.rehearsal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The exercises' cards of a page, as far as a scripted learner reads them. */
final class Cards {

    private static final Pattern CARD =
            Pattern.compile("<task-card(?: class=\"quiz\")? id=\"task-([a-z0-9-]+)\" data-state=\"([a-z-]+)\"");
    private static final Pattern QUIZ = Pattern.compile("action=\"(/courses/[^\"]+/quizzes/([a-z0-9-]+))\"");

    private Cards() {}

    /** Each card's state, by its exercise. */
    static Map<String, String> states(String page) {
        Map<String, String> states = new LinkedHashMap<>();
        Matcher card = CARD.matcher(page);
        while (card.find()) {
            states.put(card.group(1), card.group(2));
        }
        return states;
    }

    /** Where each quiz of the page is answered, by its exercise. */
    static Map<String, String> quizzes(String page) {
        Map<String, String> quizzes = new LinkedHashMap<>();
        Matcher form = QUIZ.matcher(page);
        while (form.find()) {
            quizzes.put(form.group(2), form.group(1));
        }
        return quizzes;
    }
}
