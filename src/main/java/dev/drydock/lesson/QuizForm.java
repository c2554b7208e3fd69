package dev.drydock.lesson;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;

/** Finds the choices and the explanation of each quiz. */
final class QuizForm {

    private static final String FORM =
            "Write a list of two to twenty lines, '- [x]' before what is right and '- [ ]' before" + " what is not.";
    private static final int CHOICES_LIMIT = 20;

    private final Problems problems;

    QuizForm(Problems problems) {
        this.problems = problems;
    }

    void mark(QuizBlock quiz) throws BadFileException {
        refuseHints(quiz);
        ListBlock list = choiceList(quiz);
        List<QuizBlock.Choice> choices = new ArrayList<>();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            choices.add(choice(item, list));
        }
        if (choices.size() < 2 || choices.size() > CHOICES_LIMIT) {
            throw bad(
                    list,
                    Rule.QUIZ_CHOICES,
                    "A quiz has two to twenty choices, this one " + choices.size() + ". " + FORM);
        }
        if (choices.stream().noneMatch(QuizBlock.Choice::right)) {
            throw bad(list, Rule.QUIZ_ANSWER, "No choice of this quiz is right. Write '- [x]' before those that are.");
        }
        explanation(quiz, list);
        choices.forEach(list::insertBefore);
        list.unlink();
    }

    private void refuseHints(QuizBlock quiz) throws BadFileException {
        for (Node node = quiz.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof HtmlBlock html && Hints.mentionsDetails(html)) {
                throw bad(
                        html,
                        Rule.QUIZ_EXPLANATION,
                        "A quiz has no hints. Write the explanation below the choices, as plain text.");
            }
        }
    }

    private ListBlock choiceList(QuizBlock quiz) throws BadFileException {
        ListBlock found = null;
        for (Node node = quiz.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof ListBlock list && isMarked(list.getFirstChild())) {
                if (found != null) {
                    throw bad(list, Rule.QUIZ_CHOICES, "This quiz has a second list of choices. Make it one list.");
                }
                found = list;
            }
        }
        if (found == null) {
            throw bad(quiz, Rule.QUIZ_CHOICES, "This quiz has no choices. " + FORM);
        }
        return found;
    }

    private QuizBlock.Choice choice(Node item, ListBlock list) throws BadFileException {
        if (!isMarked(item)) {
            throw bad(item, Rule.QUIZ_CHOICES, "This is no choice. " + FORM);
        }
        TaskListItemMarker marker = (TaskListItemMarker) item.getFirstChild();
        if (!(marker.getNext() instanceof Paragraph words) || words.getNext() != null) {
            throw bad(item, Rule.QUIZ_CHOICES, "A choice is a few words. Write no more than one paragraph.");
        }
        if (runsOn(words, list)) {
            throw bad(
                    words,
                    Rule.QUIZ_EXPLANATION,
                    "The line after this choice belongs to it. Put an empty line between choices and explanation.");
        }
        QuizBlock.Choice choice = new QuizBlock.Choice(marker.isChecked());
        choice.setSourceSpans(item.getSourceSpans());
        MarkedQuotes.moveChildren(words, choice);
        return choice;
    }

    /** Whether a further line starts where the list does: to a reader it stands below the choice, to Markdown in it. */
    private static boolean runsOn(Paragraph words, ListBlock list) {
        List<SourceSpan> spans = words.getSourceSpans();
        int start = list.getSourceSpans().getFirst().getColumnIndex();
        return spans.stream().skip(1).anyMatch(span -> span.getColumnIndex() <= start);
    }

    private static void explanation(QuizBlock quiz, ListBlock list) {
        if (list.getNext() == null) {
            return;
        }
        QuizBlock.Explanation explanation = new QuizBlock.Explanation();
        explanation.setSourceSpans(list.getNext().getSourceSpans());
        Node node = list.getNext();
        while (node != null) {
            Node next = node.getNext();
            explanation.appendChild(node);
            node = next;
        }
        quiz.appendChild(explanation);
    }

    private static boolean isMarked(Node item) {
        return item.getFirstChild() instanceof TaskListItemMarker;
    }

    private BadFileException bad(Node where, Rule rule, String message) {
        return new BadFileException(problems.at(where, rule, message));
    }
}
