package dev.drydock.lesson;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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

/** Finds what a reader of the text would miss: it would be left out, lead nowhere, or not do what its author means. */
final class Lint extends AbstractVisitor {

    private final Problems problems;
    private final Sanitizer sanitizer;
    private final Surroundings around;
    private final Set<String> anchors;
    private final Locale language;
    private final FenceLint fences;
    private final List<LessonLink> links = new ArrayList<>();

    /** @param anchors the ids of the text's headings */
    Lint(Problems problems, Sanitizer sanitizer, Surroundings around, Set<String> anchors, Locale language) {
        this.problems = problems;
        this.sanitizer = sanitizer;
        this.around = around;
        this.anchors = anchors;
        this.language = language;
        this.fences = new FenceLint(problems, around.terminals());
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
        fences.look(block);
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
        } else if (!around.images().contains(name)) {
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
        String address = link.getDestination();
        String target = sanitizer.link(address);
        String lesson = Sanitizer.linkedLesson(address);
        if (target == null && lesson != null) {
            problems.add(
                    link,
                    Rule.LINK_LESSON,
                    "There is no lesson '" + lesson + "' in this course. Correct the name, or add it to lessons in"
                            + " course.yaml.");
        } else if (target == null) {
            problems.add(
                    link,
                    Rule.LINK,
                    "'" + address + "' is not an address that a lesson can link to. Use https://…, #heading or"
                            + " ../LESSON/lesson.md.");
        } else if (lesson != null) {
            toLesson(link, lesson, target);
        } else if (target.startsWith("#" + Sanitizer.HEADING_PREFIX) && !anchors.contains(anchor(target))) {
            problems.add(
                    link,
                    Rule.LINK_HEADING,
                    "There is no heading '" + address + "' in this text. Write its words in lower case, with hyphens"
                            + " between them.");
        }
        visitChildren(link);
    }

    private void toLesson(Link link, String lesson, String target) {
        int fragment = target.indexOf('#');
        if (fragment >= 0) {
            Problem missing = problems.at(
                    link,
                    Rule.LINK_HEADING,
                    "There is no such heading in lesson '" + lesson + "' ('" + link.getDestination()
                            + "'). Write its words in lower case, with hyphens between them.");
            links.add(new LessonLink(lesson, anchor(target.substring(fragment)), language, missing));
        }
    }

    /** What is behind the {@code #}. */
    private static String anchor(String fragment) {
        try {
            return URLDecoder.decode(fragment.substring(1).replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return fragment.substring(1);
        }
    }

    /** Links to headings of other lessons, which nobody knows yet. */
    List<LessonLink> links() {
        return links;
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
