package dev.drydock.lesson;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/** Collects what is found in one file. */
final class Problems {

    private final String file;
    private final List<Problem> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }

    List<Problem> found() {
        return found;
    }

    void add(Node where, Rule rule, String message) {
        found.add(at(where, rule, message));
    }

    /** A problem at a node, or at the nearest thing around it that knows its place. */
    Problem at(Node where, Rule rule, String message) {
        for (Node node = where; node != null; node = node.getParent()) {
            List<SourceSpan> spans = node.getSourceSpans();
            if (!spans.isEmpty()) {
                SourceSpan span = spans.getFirst();
                return new Problem(file, span.getLineIndex() + 1, span.getColumnIndex() + 1, rule, message);
            }
        }
        return Problem.in(file, rule, message);
    }
}
