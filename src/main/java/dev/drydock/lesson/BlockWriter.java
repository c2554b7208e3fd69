package dev.drydock.lesson;

import dev.drydock.lesson.Pages.Piece;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;
import org.jspecify.annotations.Nullable;

/**
 * Renders what is ours: tasks, quizzes, alerts, code. The document is rendered in one go, so that footnotes' numbers are the
 * page's; where an exercise starts, the writing goes on in a buffer of its own ({@link Pages}).
 */
final class BlockWriter implements NodeRenderer {

    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;
    private final Pages pages;
    private final Sanitizer sanitizer;
    private final Locale language;
    private final Set<String> terminals;

    BlockWriter(
            HtmlNodeRendererContext context, Pages pages, Sanitizer sanitizer, Locale language, Set<String> terminals) {
        this.context = context;
        this.html = context.getWriter();
        this.pages = pages;
        this.sanitizer = sanitizer;
        this.language = language;
        this.terminals = Set.copyOf(terminals);
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(
                TaskBlock.class,
                QuizBlock.class,
                AlertBlock.class,
                FencedCodeBlock.class,
                IndentedCodeBlock.class,
                HtmlBlock.class,
                HtmlInline.class);
    }

    @Override
    public void render(Node node) {
        switch (node) {
            case ExerciseBlock exercise -> exercise(exercise);
            case AlertBlock alert -> alert(alert);
            case FencedCodeBlock code -> fence(code);
            case IndentedCodeBlock code -> code(Map.of(), "", code.getLiteral());
            case HtmlBlock block -> {
                html.line();
                html.raw(Sanitizer.disarm(block.getLiteral()));
                html.line();
            }
            case HtmlInline inline -> html.raw(Sanitizer.disarm(inline.getLiteral()));
            default -> throw new IllegalArgumentException("Not ours: " + node);
        }
    }

    private void exercise(ExerciseBlock exercise) {
        pages.finishHtml();
        pages.add(
                switch (exercise) {
                    case TaskBlock task -> new Block.Task(Problems.line(task), task(task));
                    case QuizBlock quiz -> new Block.Quiz(Problems.line(quiz), quiz(quiz));
                });
        Node next = exercise.getNext();
        if (next != null) {
            pages.startAt(Problems.line(next));
        }
    }

    private TaskText task(TaskBlock task) {
        String title = "";
        Piece body = new Piece();
        List<TaskText.Hint> hints = new ArrayList<>();
        for (Node child = task.getFirstChild(); child != null; child = child.getNext()) {
            switch (child) {
                case ExerciseBlock.Title words -> title = inline(words);
                case TaskBlock.HintBlock hint -> {
                    Piece piece = captureChildren(hint);
                    hints.add(new TaskText.Hint(sanitizer.inline(hint.summaryHtml()), blocks(piece), piece.actions()));
                }
                default -> body.add(capture(child));
            }
        }
        return new TaskText(task.id(), title, blocks(body), body.actions(), hints);
    }

    private QuizText quiz(QuizBlock quiz) {
        String title = "";
        Piece body = new Piece();
        Piece explanation = new Piece();
        List<String> choices = new ArrayList<>();
        for (Node child = quiz.getFirstChild(); child != null; child = child.getNext()) {
            switch (child) {
                case ExerciseBlock.Title words -> title = inline(words);
                case QuizBlock.Choice choice -> choices.add(inline(choice));
                case QuizBlock.Explanation words -> explanation.add(captureChildren(words));
                default -> body.add(capture(child));
            }
        }
        List<Action> actions = new ArrayList<>(body.actions());
        actions.addAll(explanation.actions());
        return new QuizText(quiz.id(), title, blocks(body), choices, blocks(explanation), actions);
    }

    private void alert(AlertBlock alert) {
        html.line();
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("class", "alert " + alert.kind().cssClass());
        attributes.put("role", "note");
        html.tag("div", attributes);
        html.tag("p", Map.of("class", "alert-title"));
        html.text(alert.kind().title(language));
        html.tag("/p");
        children(alert);
        html.tag("/div");
        html.line();
    }

    private void fence(FencedCodeBlock block) {
        Fence fence = Fence.of(block);
        String text = block.getLiteral();
        Diagram diagram = fence.language().equals(Fence.MERMAID) ? Diagram.of(text) : null;
        if (diagram != null && !diagram.directs()) {
            diagram(diagram);
            return;
        }
        Action action = fence.action(Problems.line(block), text, terminals);
        if (action != null) {
            pages.add(action);
        }
        code(attributes(action), fence.language(), text);
    }

    private static Map<String, String> attributes(@Nullable Action action) {
        Map<String, String> attributes = new LinkedHashMap<>();
        switch (action) {
            case Action.Run run -> {
                attributes.put("run", "");
                if (!run.terminal().equals(Terminal.MAIN)) {
                    attributes.put("terminal", run.terminal());
                }
            }
            case Action.Save save -> {
                attributes.put("save", save.id());
                attributes.put("path", save.path());
            }
            case null -> {}
        }
        return attributes;
    }

    private void code(Map<String, String> what, String language, String code) {
        Map<String, String> attributes = new LinkedHashMap<>();
        if (!language.isEmpty()) {
            attributes.put("language", language);
        }
        attributes.putAll(what);
        pre("code-fence", attributes, language, code);
    }

    private void diagram(Diagram diagram) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("label", diagram.label());
        attributes.put("description", diagram.description());
        pre("mermaid-diagram", attributes, Fence.MERMAID, diagram.text());
    }

    private void pre(String element, Map<String, String> attributes, String language, String text) {
        html.line();
        html.tag(element, attributes);
        html.tag("pre");
        html.tag("code", language.isEmpty() ? Map.of() : Map.of("class", "language-" + language));
        html.text(text);
        html.tag("/code");
        html.tag("/pre");
        html.tag("/" + element);
        html.line();
    }

    private String inline(Node words) {
        return sanitizer.inline(captureChildren(words).html().toString());
    }

    private String blocks(Piece piece) {
        return sanitizer.blocks(piece.html().toString());
    }

    private Piece capture(Node node) {
        return pages.capture(() -> context.render(node));
    }

    private Piece captureChildren(Node parent) {
        return pages.capture(() -> children(parent));
    }

    private void children(Node parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            context.render(child);
        }
    }
}
