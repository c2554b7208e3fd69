package dev.drydock.lesson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * Renders what is ours: tasks, alerts, code. The document is rendered in one go, so that headings' ids and footnotes'
 * numbers are the page's; where a task starts, the writing goes on in a buffer of its own ({@link Pages}).
 */
final class BlockWriter implements NodeRenderer {

    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;
    private final Pages pages;
    private final Sanitizer sanitizer;
    private final Locale language;

    BlockWriter(HtmlNodeRendererContext context, Pages pages, Sanitizer sanitizer, Locale language) {
        this.context = context;
        this.html = context.getWriter();
        this.pages = pages;
        this.sanitizer = sanitizer;
        this.language = language;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(TaskBlock.class, AlertBlock.class, FencedCodeBlock.class, IndentedCodeBlock.class);
    }

    @Override
    public void render(Node node) {
        switch (node) {
            case TaskBlock task -> task(task);
            case AlertBlock alert -> alert(alert);
            case FencedCodeBlock code -> code(Fence.of(code), code.getLiteral());
            case IndentedCodeBlock code -> code(Fence.NONE, code.getLiteral());
            default -> throw new IllegalArgumentException("Not ours: " + node);
        }
    }

    private void task(TaskBlock task) {
        pages.finishHtml();
        String title = "";
        List<TaskText.Hint> hints = new ArrayList<>();
        StringBuilder body = new StringBuilder();
        for (Node child = task.getFirstChild(); child != null; child = child.getNext()) {
            switch (child) {
                case TaskBlock.Title words -> title = capture(() -> children(words));
                case TaskBlock.HintBlock hint ->
                    hints.add(new TaskText.Hint(
                            sanitizer.inline(hint.summaryHtml()), sanitizer.blocks(capture(() -> children(hint)))));
                default -> body.append(captureNode(child));
            }
        }
        pages.add(new Block.Task(
                new TaskText(task.id(), sanitizer.inline(title), sanitizer.blocks(body.toString()), hints)));
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

    private void code(Fence fence, String code) {
        html.line();
        Map<String, String> attributes = new LinkedHashMap<>();
        if (!fence.language().isEmpty()) {
            attributes.put("language", fence.language());
        }
        if (fence.run()) {
            attributes.put("run", "");
        }
        html.tag("code-fence", attributes);
        html.tag("pre");
        html.tag("code", fence.language().isEmpty() ? Map.of() : Map.of("class", "language-" + fence.language()));
        html.text(code);
        html.tag("/code");
        html.tag("/pre");
        html.tag("/code-fence");
        html.line();
    }

    private String captureNode(Node node) {
        return capture(() -> context.render(node));
    }

    private String capture(Runnable rendering) {
        return pages.capture(rendering);
    }

    private void children(Node parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            context.render(child);
        }
    }
}
