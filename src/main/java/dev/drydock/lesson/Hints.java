package dev.drydock.lesson;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/** Turns each {@code <details>} of a task into a hint. */
final class Hints {

    private static final Pattern OPEN = Pattern.compile(
            "\\s*<details>\\s*<summary>((?:(?!</summary>).)+)</summary>(.*)",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern CLOSE = Pattern.compile("\\s*</details>\\s*", Pattern.CASE_INSENSITIVE);
    private static final String FORM =
            "Write <details><summary>…</summary>, an empty line, the hint, an empty line," + " </details>.";

    private final Problems problems;

    Hints(Problems problems) {
        this.problems = problems;
    }

    void mark(TaskBlock task) throws BadFileException {
        Node node = task.getFirstChild();
        while (node != null) {
            Node next = node.getNext();
            if (node instanceof HtmlBlock html && mentionsDetails(html)) {
                next = hint(html).getNext();
            }
            node = next;
        }
    }

    private TaskBlock.HintBlock hint(HtmlBlock start) throws BadFileException {
        Matcher open = OPEN.matcher(start.getLiteral());
        if (!open.matches()) {
            throw new BadFileException(problems.at(start, Rule.HINT_FORM, "This hint is not understood. " + FORM));
        }
        TaskBlock.HintBlock hint = new TaskBlock.HintBlock(open.group(1).strip());
        hint.setSourceSpans(start.getSourceSpans());
        if (open.group(2).contains("`") || open.group(2).contains("**")) {
            problems.add(start, Rule.HINT_FORM, "This hint's Markdown is shown as it is written. " + FORM);
        }
        start.insertBefore(hint);
        start.setLiteral(open.group(2));
        collect(hint, start);
        return hint;
    }

    /** Moves everything up to the closing tag into the hint. */
    private void collect(TaskBlock.HintBlock hint, HtmlBlock start) throws BadFileException {
        Node node = start;
        while (node != null) {
            Node next = node.getNext();
            if (node instanceof HtmlBlock html && mentionsDetails(html)) {
                close(hint, html);
                return;
            }
            hint.appendChild(node);
            node = next;
        }
        throw new BadFileException(problems.at(hint, Rule.HINT_FORM, "This hint is not closed. " + FORM));
    }

    private void close(TaskBlock.HintBlock hint, HtmlBlock end) throws BadFileException {
        String literal = end.getLiteral();
        int at = literal.toLowerCase(Locale.ROOT).indexOf("</details");
        if (at < 0
                || mentionsDetails(literal.substring(0, at))
                || !CLOSE.matcher(literal.substring(at)).matches()) {
            throw new BadFileException(problems.at(
                    end,
                    Rule.HINT_FORM,
                    "Hints cannot hold others or touch them. Put an empty line after </details>."));
        }
        end.setLiteral(literal.substring(0, at));
        hint.appendChild(end);
    }

    static boolean mentionsDetails(HtmlBlock html) {
        return mentionsDetails(html.getLiteral());
    }

    private static boolean mentionsDetails(@Nullable String html) {
        return html != null && html.toLowerCase(Locale.ROOT).matches("(?s).*</?details\\b.*");
    }
}
