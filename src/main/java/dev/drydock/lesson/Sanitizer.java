package dev.drydock.lesson;

import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlChangeListener;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * What may stand in a lesson's HTML. Everything that leaves this package as HTML went through here last, whether an
 * author wrote it or the renderer made it, so that nothing rests on the renderer's escaping alone.
 */
final class Sanitizer {

    /** Before each heading's id, so that a heading can never take the name of something else on the page. */
    static final String HEADING_PREFIX = "section-";

    private static final Pattern IDS = Pattern.compile("(?U)(?:section|fn|fnref)-[\\w-]+");
    private static final Pattern OUR_FRAGMENT = Pattern.compile("(?U)#(?:section|fn|fnref)-[\\w%-]+");
    private static final Pattern OURS = Pattern.compile("(?i)<(/?)(code-fence|mermaid-diagram)");
    private static final Pattern LESSON =
            Pattern.compile("\\.\\./([a-z0-9]+(?:-[a-z0-9]+)*)/(?:lesson(?:\\.[A-Za-z-]{2,10})?\\.md)?(#.+)?");
    private static final Pattern REMOTE = Pattern.compile("(?i)(?:https?://|mailto:).+");
    private static final Pattern CODE_CLASS = Pattern.compile("language-[A-Za-z0-9+#._-]{1,40}");
    private static final PolicyFactory INLINE = new HtmlPolicyBuilder()
            .allowElements("em", "strong", "code", "del", "kbd", "sub", "sup")
            .toFactory();

    private final String lessonsAddress;
    private final String imageAddress;
    private final Set<String> lessons;
    private final PolicyFactory blocks;
    private final PolicyFactory authored;

    /** @param lessons those that can be linked to, by id */
    Sanitizer(String course, String lesson, Set<String> lessons) {
        this.lessonsAddress = "/courses/" + course + "/lessons/";
        this.imageAddress = lessonsAddress + lesson + "/files/";
        this.lessons = Set.copyOf(lessons);
        this.authored = links(classes(elements())).toFactory();
        this.blocks = links(fences(classes(elements()))).toFactory();
    }

    /** An author's own HTML, with our elements made unknown: buttons come from fences, which the model knows. */
    static String disarm(String html) {
        return OURS.matcher(html).replaceAll("<$1unknown-$2");
    }

    /** A few words: emphasis and code, no links. */
    String inline(String html) {
        return INLINE.sanitize(html).strip();
    }

    String blocks(String html) {
        return blocks.sanitize(html).strip();
    }

    /** Tells what an author's HTML would lose, an element's name or {@code attribute of <element>}, each time. */
    void lost(String html, Consumer<String> listener) {
        authored.sanitize(
                html,
                new HtmlChangeListener<Consumer<String>>() {
                    @Override
                    public void discardedTag(@Nullable Consumer<String> context, String elementName) {
                        listener.accept("<" + elementName + ">");
                    }

                    @Override
                    public void discardedAttributes(
                            @Nullable Consumer<String> context, String elementName, String... attributeNames) {
                        listener.accept(String.join(", ", attributeNames) + " of <" + elementName + ">");
                    }
                },
                listener);
    }

    private static HtmlPolicyBuilder elements() {
        return new HtmlPolicyBuilder()
                .allowElements("p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote")
                .allowElements("pre", "code", "em", "strong", "b", "i", "del", "kbd", "sub", "sup", "a", "img")
                .allowElements("table", "thead", "tbody", "tr", "th", "td", "details", "summary", "figure")
                .allowElements("figcaption", "dl", "dt", "dd", "div", "section", "input")
                .allowAttributes("title")
                .onElements("a", "img")
                .allowAttributes("alt")
                .onElements("img")
                .allowAttributes("width", "height")
                .matching(Pattern.compile("[0-9]{1,4}"))
                .onElements("img")
                .allowAttributes("start")
                .matching(Pattern.compile("[0-9]{1,9}"))
                .onElements("ol")
                .allowAttributes("align")
                .matching(true, "left", "center", "right")
                .onElements("th", "td")
                .allowAttributes("open")
                .matching(true, "", "open")
                .onElements("details");
    }

    /** Classes and the like, with the values that the renderer gives them. */
    private static HtmlPolicyBuilder classes(HtmlPolicyBuilder policy) {
        return policy.allowAttributes("id")
                .matching(IDS)
                .onElements("h1", "h2", "h3", "h4", "h5", "h6", "a", "li")
                .allowAttributes("class")
                .matching(CODE_CLASS)
                .onElements("code")
                .allowAttributes("class")
                .matching(Pattern.compile("alert alert-(?:note|tip|important|warning|caution)"))
                .onElements("div")
                .allowAttributes("role")
                .matching(true, "note")
                .onElements("div")
                .allowAttributes("class")
                .matching(true, "alert-title")
                .onElements("p")
                .allowAttributes("class")
                .matching(true, "footnotes", "footnote-ref", "footnote-backref", "task-list-item")
                .onElements("section", "sup", "a", "li")
                .allowAttributes("aria-label")
                .onElements("a")
                .allowAttributes("type")
                .matching(true, "checkbox")
                .onElements("input")
                .allowAttributes("disabled", "checked")
                .matching(true, "", "disabled", "checked")
                .onElements("input");
    }

    /** Code with its buttons, and diagrams. */
    private static HtmlPolicyBuilder fences(HtmlPolicyBuilder policy) {
        return policy.allowElements("code-fence", "mermaid-diagram")
                .allowAttributes("language")
                .matching(Pattern.compile("[A-Za-z0-9+#._-]{1,40}"))
                .onElements("code-fence")
                .allowAttributes("run")
                .matching(true, "", "run")
                .onElements("code-fence")
                .allowAttributes("terminal")
                .matching(FrontMatter.TERMINAL)
                .onElements("code-fence")
                .allowAttributes("save")
                .matching(Pattern.compile("[0-9a-f]{12}"))
                .onElements("code-fence")
                .allowAttributes("path")
                .matching((element, attribute, value) -> Fence.isPath(value) ? value : null)
                .onElements("code-fence")
                .allowAttributes("label", "description")
                .onElements("mermaid-diagram");
    }

    private HtmlPolicyBuilder links(HtmlPolicyBuilder policy) {
        return policy.allowUrlProtocols("http", "https", "mailto")
                .allowAttributes("href")
                .matching((element, attribute, value) -> link(value))
                .onElements("a")
                .allowAttributes("target")
                .matching(true, "_blank")
                .onElements("a")
                .requireRelsOnLinks("noopener")
                .allowAttributes("src")
                .matching((element, attribute, value) -> image(value))
                .onElements("img");
    }

    /** An address on the web, or a heading or lesson under the name that it has on our pages; null for all else. */
    @Nullable
    String link(String address) {
        if (address.startsWith("#") && address.length() > 1) {
            return OUR_FRAGMENT.matcher(address).matches() ? address : fragment(address);
        }
        Matcher lesson = LESSON.matcher(address);
        if (lesson.matches()) {
            String id = lesson.group(1);
            return lessons.contains(id) ? lessonsAddress + id + fragment(lesson.group(2)) : null;
        }
        return REMOTE.matcher(address).matches() ? address : null;
    }

    /** The lesson that a link like {@code ../02-next/lesson.md} leads to; null where it is no such link. */
    static @Nullable String linkedLesson(String address) {
        Matcher lesson = LESSON.matcher(address);
        return lesson.matches() ? lesson.group(1) : null;
    }

    private static String fragment(@Nullable String words) {
        return words == null ? "" : "#" + HEADING_PREFIX + words.substring(1);
    }

    /** A picture beside the lesson, under the address that it is served from. */
    private @Nullable String image(String address) {
        return Image.NAME.matcher(address).matches() ? imageAddress + address : null;
    }
}
