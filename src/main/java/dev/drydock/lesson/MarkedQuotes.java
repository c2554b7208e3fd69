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

/** Turns block quotes that start with {@code [!…]} into alerts and tasks. */
final class MarkedQuotes {

    static final String TASK_FORM = "Write > [!TASK some-id] and its title on one line.";

    private static final Pattern MARK = Pattern.compile("\\[!(\\w+)([^\\]]*)\\](.*)", Pattern.DOTALL);
    private static final Pattern TASK =
            Pattern.compile(" +([a-z0-9]+(?:-[a-z0-9]+)*)(?: +points=([1-9][0-9]{0,3}))? *");

    private final Problems problems;
    private final Map<String, TaskBlock> tasks = new LinkedHashMap<>();

    MarkedQuotes(Problems problems) {
        this.problems = problems;
    }

    /**
     * Changes the tree.
     *
     * @return the tasks by id, in order
     * @throws BadFileException at the first task that cannot be understood
     */
    Map<String, TaskBlock> mark(Node document) throws BadFileException {
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
        return tasks;
    }

    private void mark(BlockQuote quote, Paragraph first, Text text) throws BadFileException {
        Matcher mark = MARK.matcher(text.getLiteral());
        if (!mark.matches()) {
            if (text.getLiteral().toUpperCase(Locale.ROOT).startsWith("[!TASK")) {
                throw new BadFileException(
                        problems.at(quote, Rule.TASK_MARK, "This task's first line is not understood. " + TASK_FORM));
            }
            return;
        }
        String word = mark.group(1).toUpperCase(Locale.ROOT);
        if (word.equals("TASK")) {
            text.setLiteral(mark.group(3).stripLeading());
            replace(quote, task(quote, mark.group(2), first));
        } else {
            alert(quote, first, text, word, mark.group(2) + mark.group(3));
        }
    }

    private TaskBlock task(BlockQuote quote, String words, Paragraph first) throws BadFileException {
        Matcher form = TASK.matcher(words);
        if (!form.matches()) {
            throw new BadFileException(problems.at(
                    quote,
                    Rule.TASK_MARK,
                    "'[!TASK" + words + "]' is not understood. Write [!TASK some-id] or [!TASK some-id points=5]; an id"
                            + " is lower-case letters, digits and single hyphens."));
        }
        if (!(quote.getParent() instanceof Document)) {
            throw new BadFileException(problems.at(
                    quote, Rule.TASK_PLACE, "A task stands on its own, not in a list or quote. Move it out."));
        }
        String points = form.group(2);
        TaskBlock task = new TaskBlock(form.group(1), points == null ? 0 : Integer.parseInt(points));
        if (tasks.putIfAbsent(task.id(), task) != null) {
            throw new BadFileException(problems.at(
                    quote, Rule.TASK_TWICE, "There is a task '" + task.id() + "' already. Give this one another id."));
        }
        task.appendChild(title(quote, first));
        return task;
    }

    private TaskBlock.Title title(BlockQuote quote, Paragraph first) throws BadFileException {
        TaskBlock.Title title = new TaskBlock.Title();
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
            throw new BadFileException(problems.at(quote, Rule.TASK_TITLE, "This task has no title. " + TASK_FORM));
        }
        unwrapBold(title);
        dropEmptyStart(first);
        return title;
    }

    /** A title that is bold for the code host's sake is not bold on the card. */
    private static void unwrapBold(TaskBlock.Title title) {
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
                    "There is no [!" + word + "]. Use NOTE, TIP, IMPORTANT, WARNING, CAUTION or TASK.");
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
