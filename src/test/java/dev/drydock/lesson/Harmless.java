package dev.drydock.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks through the HTML of a lesson for what could act, load or leave its place. It trusts nothing but what it knows. */
final class Harmless {

    private static final Pattern TAG = Pattern.compile("<(/?)([^\\s>/]*)([^>]*)>?");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\s+([^\\s=>/]+)(?:=\"([^\"]*)\")?");
    private static final List<String> ELEMENTS = List.of(
            ("p br hr h1 h2 h3 h4 h5 h6 ul ol li blockquote pre code em strong b i del kbd sub sup a img table thead tbody"
                            + " tr th td details summary figure figcaption dl dt dd div section input code-fence"
                            + " mermaid-diagram")
                    .split(" "));
    private static final List<String> ATTRIBUTES = List.of(
            ("title alt width height start align open id class role aria-label type disabled checked language run terminal"
                            + " save path label description href target rel src")
                    .split(" "));
    private static final Pattern HREF =
            Pattern.compile("(?is)(?:https?:|mailto:).*|#.*|/courses/docker/lessons/(?:one|two)(?:#.*)?");
    private static final Pattern SRC = Pattern.compile("/courses/docker/lessons/one/files/[^/]+");

    private Harmless() {}

    static void look(LessonText text) {
        text.blocks().stream().flatMap(Harmless::html).forEach(Harmless::look);
    }

    private static Stream<String> html(Block block) {
        return switch (block) {
            case Block.Html html -> Stream.of(html.html());
            case Block.Task task ->
                Stream.concat(
                        Stream.of(task.text().titleHtml(), task.text().bodyHtml()),
                        task.text().hints().stream().flatMap(hint -> Stream.of(hint.summaryHtml(), hint.html())));
            case Block.Quiz quiz ->
                Stream.concat(
                        Stream.of(
                                quiz.text().titleHtml(),
                                quiz.text().bodyHtml(),
                                quiz.text().explanationHtml()),
                        quiz.text().choices().stream());
        };
    }

    private static void look(String html) {
        // What the sanitiser puts between two braces.
        Matcher tag = TAG.matcher(html.replace("<!-- -->", ""));
        while (tag.find()) {
            assertThat(ELEMENTS).as(html).contains(tag.group(2));
            Matcher attribute = ATTRIBUTE.matcher(tag.group(3));
            int end = 0;
            while (attribute.find() && attribute.start() == end) {
                end = attribute.end();
                look(attribute.group(1), attribute.group(2) == null ? "" : attribute.group(2), html);
            }
            assertThat(tag.group(3).substring(end).strip()).as(html).isIn("", "/");
        }
    }

    private static void look(String name, String escaped, String html) {
        assertThat(ATTRIBUTES).as(html).contains(name);
        String value = unescaped(escaped);
        if (name.equals("href")) {
            assertThat(value).as(html).matches(HREF);
        } else if (name.equals("src")) {
            assertThat(value).as(html).matches(SRC);
        } else {
            assertThat(value.toLowerCase(Locale.ROOT)).as(html).doesNotStartWith("javascript:");
        }
    }

    private static String unescaped(String value) {
        return Pattern.compile("&#([0-9]+);")
                .matcher(value)
                .replaceAll(code -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(code.group(1)))))
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
