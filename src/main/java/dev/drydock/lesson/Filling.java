package dev.drydock.lesson;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Text;

/**
 * Fills in the author's variables. It works on the syntax tree: a value is text, never Markdown, and the renderer escapes it
 * like any other; only raw HTML, which is copied, gets it escaped already.
 */
final class Filling extends AbstractVisitor {

    private final VariableNames names;
    private final Map<String, String> values;
    private int addresses;

    Filling(Map<String, String> values) {
        this.names = new VariableNames(values.keySet());
        this.values = values;
    }

    String fill(String text) {
        return names.fill(text, this::value);
    }

    private String value(String name) {
        return values.getOrDefault(name, "");
    }

    private String fillHtml(String html) {
        UnaryOperator<String> escaped = name -> value(name)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
        return names.fill(html, escaped);
    }

    @Override
    public void visit(Text text) {
        text.setLiteral(fill(text.getLiteral()));
    }

    @Override
    public void visit(Code code) {
        code.setLiteral(fill(code.getLiteral()));
    }

    @Override
    public void visit(FencedCodeBlock code) {
        code.setLiteral(fill(code.getLiteral()));
        if (code.getInfo() != null) {
            code.setInfo(fill(code.getInfo()));
        }
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        code.setLiteral(fill(code.getLiteral()));
    }

    @Override
    public void visit(HtmlBlock block) {
        block.setLiteral(fillHtml(block.getLiteral()));
    }

    @Override
    public void visit(HtmlInline inline) {
        inline.setLiteral(fillHtml(inline.getLiteral()));
    }

    @Override
    public void visit(Link link) {
        String address = fill(link.getDestination());
        addresses += address.length();
        // One definition may serve many links.
        if (addresses > TooLongException.LIMIT) {
            throw new TooLongException();
        }
        link.setDestination(address);
        visitChildren(link);
    }
}
