package dev.drydock.lesson;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.renderer.html.AttributeProvider;

/** The headings of one text and the ids that they get, as on a code host but for the prefix. */
final class Headings extends AbstractVisitor implements AttributeProvider {

    private final IdGenerator ids =
            IdGenerator.builder().prefix(Sanitizer.HEADING_PREFIX).build();
    private final Map<Node, String> anchors = new IdentityHashMap<>();
    private final List<Section> sections = new ArrayList<>();

    static Headings of(Node document) {
        Headings headings = new Headings();
        document.accept(headings);
        return headings;
    }

    @Override
    public void visit(Heading heading) {
        String title = plainText(heading);
        String anchor = ids.generateId(title);
        anchors.put(heading, anchor);
        if (heading.getParent() instanceof Document && !title.isEmpty()) {
            sections.add(new Section(heading.getLevel(), anchor, title));
        }
    }

    /** Those that stand on their own, not in a list or an exercise. */
    List<Section> sections() {
        return sections;
    }

    Set<String> anchors() {
        return anchors.values().stream().collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void setAttributes(Node node, String tagName, Map<String, String> attributes) {
        String anchor = anchors.get(node);
        if (anchor != null) {
            attributes.put("id", anchor);
        }
    }

    static String plainText(Node node) {
        StringBuilder plain = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                plain.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                plain.append(code.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak lineBreak) {
                plain.append(' ');
            }

            @Override
            public void visit(HardLineBreak lineBreak) {
                plain.append(' ');
            }
        });
        return plain.toString().strip();
    }
}
