package dev.drydock.lesson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Document;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** Turns block quotes that start with {@code [!…]} into alerts, tasks and quizzes. */
final class MarkedQuotes {

    private static final Pattern MARK = Pattern.compile("\\[!(\\w+)([^\\]]*)\\](.*)", Pattern.DOTALL);
    private static final Pattern EXERCISE =
            Pattern.compile(" +([a-z0-9]+(?:-[a-z0-9]+)*)(?: +points=([1-9][0-9]{0,3}))? *");

    private final Problems problems;
    private final Map<String, ExerciseBlock> exercises = new LinkedHashMap<>();

    MarkedQuotes(Problems problems) {
        this.problems = problems;
    }

    /** What can be done or answered. */
    private enum Kind {
        TASK(Rule.TASK_MARK, "Write > [!TASK some-id] and its title on one line."),
        QUIZ(Rule.QUIZ_MARK, "Write > [!QUIZ some-id] and its question on one line.");

        private final Rule mark;
        private final String form;

        Kind(Rule mark, String form) {
            this.mark = mark;
            this.form = form;
        }

        String noun() {
            return name().toLowerCase(Locale.ROOT);
        }

        ExerciseBlock block(String id, int points) {
            return switch (this) {
                case TASK -> new TaskBlock(id, points);
                case QUIZ -> new QuizBlock(id, points);
            };
        }
    }

    /**
     * Changes the tree.
     *
     * @return tasks and quizzes by id, in order
     * @throws BadFileException at the first one that cannot be understood
     */
    Map<String, ExerciseBlock> mark(Node document) throws BadFileException {
        List<BlockQuote> quotes = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(BlockQuote quote) {
                quotes.add(quote);
                visitChildren(quote);
            }
        });
        for (BlockQuote quote : quotes) {
            if (quote.getFirstChild() instanceof Paragraph first && first.getFirstChild() instanceof Text text) {
                mark(quote, first, text);
            }
        }
        exercises.values().forEach(this::refuseTorn);
        return exercises;
    }

    /** An empty line without its mark ends the quote, and with it the task; what follows looks right and is lost. */
    private void refuseTorn(ExerciseBlock exercise) {
        if (exercise.getNext() instanceof BlockQuote rest && !isMarked(rest)) {
            problems.add(
                    rest,
                    Rule.TASK_PLACE,
                    "This is no part of '" + exercise.id()
                            + "' before it. Begin the empty line between them with '>', or"
                            + " put a sentence there if it is not meant to be.");
        }
    }

    /** Of one that is meant to be something else, that is what there is to say. */
    private static boolean isMarked(BlockQuote quote) {
        return quote.getFirstChild() instanceof Paragraph first
                && first.getFirstChild() instanceof Text text
                && text.getLiteral().startsWith("[!");
    }

    private void mark(BlockQuote quote, Paragraph first, Text text) throws BadFileException {
        Matcher mark = MARK.matcher(text.getLiteral());
        if (!mark.matches()) {
            refuseHalfMark(quote, text.getLiteral().toUpperCase(Locale.ROOT));
            return;
        }
        String word = mark.group(1).toUpperCase(Locale.ROOT);
        for (Kind kind : Kind.values()) {
            if (kind.name().equals(word)) {
                text.setLiteral(mark.group(3).stripLeading());
                replace(quote, exercise(kind, quote, mark.group(2), first));
                return;
            }
        }
        alert(quote, first, text, word, mark.group(2) + mark.group(3));
    }

    private void refuseHalfMark(BlockQuote quote, String literal) throws BadFileException {
        for (Kind kind : Kind.values()) {
            if (literal.startsWith("[!" + kind) || literal.startsWith("[" + kind + " ")) {
                throw new BadFileException(problems.at(
                        quote, kind.mark, "This " + kind.noun() + "'s first line is not understood. " + kind.form));
            }
        }
    }

    private ExerciseBlock exercise(Kind kind, BlockQuote quote, String words, Paragraph first) throws BadFileException {
        Matcher form = EXERCISE.matcher(words);
        if (!form.matches()) {
            throw new BadFileException(problems.at(
                    quote,
                    kind.mark,
                    "'[!" + kind + words + "]' is not understood. Write [!" + kind + " some-id] or [!" + kind
                            + " some-id points=5]; an id is lower-case letters, digits and single hyphens."));
        }
        if (!(quote.getParent() instanceof Document)) {
            throw new BadFileException(problems.at(
                    quote,
                    Rule.TASK_PLACE,
                    "A " + kind.noun() + " stands on its own, not in a list or quote. Move it out."));
        }
        String points = form.group(2);
        ExerciseBlock exercise = kind.block(form.group(1), points == null ? 0 : Integer.parseInt(points));
        ExerciseBlock same = exercises.putIfAbsent(exercise.id(), exercise);
        if (same != null) {
            throw new BadFileException(problems.at(
                    quote,
                    Rule.TASK_TWICE,
                    "There is a " + (same instanceof TaskBlock ? "task" : "quiz") + " '" + exercise.id()
                            + "' already. Give this one another id."));
        }
        exercise.appendChild(title(kind, quote, first));
        return exercise;
    }

    private ExerciseBlock.Title title(Kind kind, BlockQuote quote, Paragraph first) throws BadFileException {
        ExerciseBlock.Title title = new ExerciseBlock.Title();
        Node node = first.getFirstChild();
        while (node != null && !(node instanceof SoftLineBreak) && !(node instanceof HardLineBreak)) {
            Node next = node.getNext();
            if (!(node instanceof Text text) || !text.getLiteral().isBlank()) {
                title.appendChild(node);
            } else {
                node.unlink();
            }
            node = next;
        }
        if (title.getFirstChild() == null) {
            throw new BadFileException(problems.at(
                    quote,
                    Rule.TASK_TITLE,
                    "This " + kind.noun() + " has no " + (kind == Kind.TASK ? "title. " : "question. ") + kind.form));
        }
        unwrapBold(title);
        dropEmptyStart(first);
        return title;
    }

    /** A title that is bold for the code host's sake is not bold on the card. */
    private static void unwrapBold(ExerciseBlock.Title title) {
        if (title.getFirstChild() instanceof StrongEmphasis strong && strong.getNext() == null) {
            moveChildren(strong, title);
            strong.unlink();
        }
    }

    private void alert(BlockQuote quote, Paragraph first, Text text, String word, String rest) {
        AlertBlock.Kind kind = null;
        for (AlertBlock.Kind one : AlertBlock.Kind.values()) {
            if (one.name().equals(word)) {
                kind = one;
            }
        }
        if (kind == null) {
            problems.add(
                    quote,
                    Rule.ALERT_WORD,
                    "There is no [!" + word + "]. Use NOTE, TIP, IMPORTANT, WARNING, CAUTION, TASK or QUIZ.");
        } else if (!rest.isBlank() || !(text.getNext() == null || text.getNext() instanceof SoftLineBreak)) {
            problems.add(
                    quote,
                    Rule.ALERT_LINE,
                    "[!" + word + "] has to be alone on its line. Put the text on the next one.");
        } else {
            text.unlink();
            dropEmptyStart(first);
            replace(quote, new AlertBlock(kind));
        }
    }

    private static void dropEmptyStart(Paragraph paragraph) {
        Node start = paragraph.getFirstChild();
        if (start != null) {
            start.unlink();
        }
        if (paragraph.getFirstChild() == null) {
            paragraph.unlink();
        }
    }

    private static void replace(BlockQuote quote, Node block) {
        block.setSourceSpans(quote.getSourceSpans());
        quote.insertBefore(block);
        moveChildren(quote, block);
        quote.unlink();
    }

    static void moveChildren(Node from, Node to) {
        Node child = from.getFirstChild();
        while (child != null) {
            Node next = child.getNext();
            to.appendChild(child);
            child = next;
        }
    }
}
