package dev.drydock.lesson;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Reads the Markdown of one lesson. */
final class LessonParser {

    private static final int OPEN_BLOCKS_LIMIT = 50;
    private static final List<Extension> EXTENSIONS = List.of(
            TablesExtension.create(),
            TaskListItemsExtension.create(),
            AutolinkExtension.create(),
            StrikethroughExtension.create(),
            FootnotesExtension.create(),
            HeadingAnchorExtension.builder().idPrefix(Sanitizer.HEADING_PREFIX).build());
    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .maxOpenBlockParsers(OPEN_BLOCKS_LIMIT)
            .build();

    private final Sanitizer sanitizer;
    private final Set<String> images;

    LessonParser(String course, String lesson, Set<String> images) {
        this.sanitizer = new Sanitizer(course, lesson);
        this.images = images;
    }

    /**
     * A lesson's text in one language and what it says about all of them.
     *
     * @param tasks the points of each task by its id, in order
     */
    record Parsed(LessonText text, int minutes, Map<String, Integer> tasks) {}

    /** Adds what is found, and fails where there is nothing fit to show. */
    Parsed parse(String source, Locale language, boolean translation, Problems problems) throws BadFileException {
        try {
            FrontMatter front = FrontMatter.read(source, translation, problems);
            Node document = PARSER.parse(front.markdown());
            String title = takeTitle(document, problems);
            Map<String, TaskBlock> tasks = new MarkedQuotes(problems).mark(document);
            Hints hints = new Hints(problems);
            for (TaskBlock task : tasks.values()) {
                hints.mark(task);
            }
            document.accept(new Lint(problems, sanitizer, images));
            Map<String, Integer> points = new LinkedHashMap<>();
            tasks.forEach((id, task) -> points.put(id, task.points()));
            LessonText text = new LessonText(language, title, front.summary(), render(document, language));
            return new Parsed(text, front.minutes(), points);
        } catch (StackOverflowError e) {
            throw new BadFileException(
                    Problem.in(problems.file(), Rule.NESTING, "This is nested too deeply. Make it flatter."));
        }
    }

    private static String takeTitle(Node document, Problems problems) throws BadFileException {
        if (document.getFirstChild() instanceof Heading heading && heading.getLevel() == 1) {
            String title = plainText(heading);
            if (!title.isEmpty()) {
                heading.unlink();
                return title;
            }
        }
        Node where = document.getFirstChild() == null ? document : document.getFirstChild();
        throw new BadFileException(
                problems.at(where, Rule.LESSON_TITLE, "A lesson starts with its title. Write '# The title' first."));
    }

    private static String plainText(Node heading) {
        StringBuilder plain = new StringBuilder();
        heading.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                plain.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                plain.append(code.getLiteral());
            }
        });
        return plain.toString().strip();
    }

    private List<Block> render(Node document, Locale language) {
        Pages pages = new Pages(sanitizer);
        HtmlRenderer renderer = HtmlRenderer.builder()
                .nodeRendererFactory(context -> new BlockWriter(context, pages, sanitizer, language))
                .extensions(EXTENSIONS)
                .build();
        renderer.render(document, pages);
        return pages.finish();
    }
}
