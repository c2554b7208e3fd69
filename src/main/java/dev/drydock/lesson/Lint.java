package dev.drydock.lesson;

import java.util.LinkedHashSet;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/** Finds what would be drawn otherwise than its author thinks. None of it keeps the lesson from learners. */
final class Lint extends AbstractVisitor {

    private final Problems problems;
    private final Sanitizer sanitizer;
    private final Set<String> images;

    Lint(Problems problems, Sanitizer sanitizer, Set<String> images) {
        this.problems = problems;
        this.sanitizer = sanitizer;
        this.images = images;
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof TaskBlock.HintBlock hint) {
            html(hint, hint.summaryHtml());
        }
        visitChildren(block);
    }

    @Override
    public void visit(Heading heading) {
        if (heading.getLevel() == 1) {
            problems.add(heading, Rule.HEADING, "A lesson has one '#' heading, its title. Use '##' here.");
        }
        visitChildren(heading);
    }

    @Override
    public void visit(FencedCodeBlock block) {
        for (String word : Fence.of(block).unknown()) {
            problems.add(
                    block,
                    Rule.FENCE_WORD,
                    "'" + word + "' means nothing behind a fence's language. Use 'copy' or leave it out.");
        }
    }

    @Override
    public void visit(Image image) {
        String name = image.getDestination();
        if (!dev.drydock.lesson.Image.NAME.matcher(name).matches()) {
            problems.add(
                    image,
                    Rule.IMAGE_NAME,
                    "'" + name + "' is not a picture beside this file (png, jpg, gif, svg, webp). Put it here and"
                            + " write its name alone.");
        } else if (!images.contains(name)) {
            problems.add(
                    image,
                    Rule.IMAGE_MISSING,
                    "There is no picture '" + name + "' beside this file. Add it or correct the name.");
        }
        if (image.getFirstChild() == null) {
            problems.add(
                    image,
                    Rule.IMAGE_DESCRIPTION,
                    "This picture has no description. Write ![what it shows](" + name + ").");
        }
    }

    @Override
    public void visit(Link link) {
        if (Sanitizer.link(link.getDestination()) == null) {
            problems.add(
                    link,
                    Rule.LINK,
                    "'" + link.getDestination() + "' is not an address that a lesson can link to. Use https://… or"
                            + " #heading.");
        }
        visitChildren(link);
    }

    @Override
    public void visit(HtmlBlock block) {
        html(block, block.getLiteral());
    }

    @Override
    public void visit(HtmlInline inline) {
        html(inline, inline.getLiteral());
    }

    private void html(Node where, String html) {
        Set<String> lost = new LinkedHashSet<>();
        sanitizer.lost(html, lost::add);
        for (String one : lost) {
            problems.add(where, Rule.HTML, "Lessons cannot use " + one + ", it is left out. Write it in Markdown.");
        }
    }
}
