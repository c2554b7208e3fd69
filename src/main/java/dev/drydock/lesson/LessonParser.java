package dev.drydock.lesson;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
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
            FootnotesExtension.create());
    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .maxOpenBlockParsers(OPEN_BLOCKS_LIMIT)
            .build();

    private final Surroundings around;
    private final Sanitizer sanitizer;
    private final TimeLimit limit;

    LessonParser(Surroundings around) {
        this(around, TimeLimit.OF_A_TEXT);
    }

    LessonParser(Surroundings around, TimeLimit limit) {
        this.around = around;
        this.sanitizer = new Sanitizer(around.course(), around.lesson(), around.lessons());
        this.limit = limit;
    }

    /**
     * A lesson's text in one language and what it says about all of them.
     *
     * @param exercises by id, in order
     * @param links to headings of other lessons
     */
    record Parsed(LessonText text, Map<String, ExerciseBlock> exercises, List<LessonLink> links) {}

    /** Adds what is found, and fails where there is nothing fit to show. */
    Parsed parse(FrontMatter front, List<Terminal> terminals, Locale language, Problems problems)
            throws BadFileException {
        try {
            return limit.within(() -> parseAtLeisure(front, terminals, language, problems));
        } catch (TimeoutException e) {
            throw new BadFileException(Problem.in(
                    problems.file(),
                    Rule.TEXT_SLOW,
                    "Reading this takes more than " + limit.processor().toSeconds()
                            + " seconds. Look for the same few signs, hundreds of times in a row, and take them out."));
        }
    }

    /** The same, however long it takes. */
    Parsed parseAtLeisure(FrontMatter front, List<Terminal> terminals, Locale language, Problems problems)
            throws BadFileException {
        try {
            Filling variables = new Filling(around.variables());
            TextLimits limits = new TextLimits(problems);
            limits.filled(variables.fill(front.markdown()));
            limits.paragraphs(front.markdown());
            limits.tables(front.markdown());
            Node document = PARSER.parse(front.markdown());
            String title = takeTitle(document, problems);
            Map<String, ExerciseBlock> exercises = new MarkedQuotes(problems).mark(document);
            document.accept(variables);
            shape(exercises, problems);
            Headings headings = Headings.of(document);
            Lint lint = new Lint(problems, sanitizer, around, headings.anchors(), language);
            document.accept(lint);
            LessonText text = new LessonText(
                    language,
                    variables.fill(title),
                    variables.fill(front.summary()),
                    terminals.stream()
                            .map(one -> new Terminal(one.id(), variables.fill(one.title())))
                            .toList(),
                    headings.sections(),
                    render(document, headings, language));
            return new Parsed(text, exercises, lint.links());
        } catch (StackOverflowError e) {
            throw new BadFileException(
                    Problem.in(problems.file(), Rule.NESTING, "This is nested too deeply. Make it flatter."));
        } catch (TooLongException e) {
            throw new BadFileException(Problem.in(
                    problems.file(),
                    Rule.FILE_SIZE,
                    "As a page, this is longer than two million characters. Shorten what is repeated."));
        }
    }

    private static void shape(Map<String, ExerciseBlock> exercises, Problems problems) throws BadFileException {
        Hints hints = new Hints(problems);
        QuizForm quizzes = new QuizForm(problems);
        for (ExerciseBlock exercise : exercises.values()) {
            switch (exercise) {
                case TaskBlock task -> hints.mark(task);
                case QuizBlock quiz -> quizzes.mark(quiz);
            }
        }
    }

    private static String takeTitle(Node document, Problems problems) throws BadFileException {
        if (document.getFirstChild() instanceof Heading heading && heading.getLevel() == 1) {
            String title = Headings.plainText(heading);
            if (!title.isEmpty()) {
                heading.unlink();
                return title;
            }
        }
        Node where = document.getFirstChild() == null ? document : document.getFirstChild();
        throw new BadFileException(
                problems.at(where, Rule.LESSON_TITLE, "A lesson starts with its title. Write '# The title' first."));
    }

    private List<Block> render(Node document, Headings headings, Locale language) {
        Pages pages = new Pages(sanitizer);
        if (document.getFirstChild() != null) {
            pages.startAt(Problems.line(document.getFirstChild()));
        }
        HtmlRenderer renderer = HtmlRenderer.builder()
                .nodeRendererFactory(
                        context -> new BlockWriter(context, pages, sanitizer, language, around.terminals()))
                .attributeProviderFactory(context -> headings)
                .extensions(EXTENSIONS)
                .build();
        renderer.render(document, pages);
        return pages.finish();
    }
}
