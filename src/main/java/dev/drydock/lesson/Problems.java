package dev.drydock.lesson;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.jspecify.annotations.Nullable;

/** Collects what is found in one file. */
final class Problems {

    /** Of what is told about one file. */
    static final int LIMIT = 100;

    private static final int KEPT = 10 * LIMIT;

    private final String file;
    /** Read by one thread when {@link TimeLimit} has left another, which may still add, to itself. */
    private final List<Problem> found = new CopyOnWriteArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }

    List<Problem> found() {
        return found;
    }

    /** The first of them: who has mended those will see the rest. */
    List<Problem> first() {
        return found.stream().sorted().limit(LIMIT).toList();
    }

    void add(Node where, Rule rule, String message) {
        if (found.size() < KEPT) {
            found.add(at(where, rule, message));
        }
    }

    void add(Rule rule, String message) {
        found.add(Problem.in(file, rule, message));
    }

    /** A problem at a node, or at the nearest thing around it that knows its place. */
    Problem at(Node where, Rule rule, String message) {
        SourceSpan span = span(where);
        return span == null
                ? Problem.in(file, rule, message)
                : new Problem(file, span.getLineIndex() + 1, span.getColumnIndex() + 1, rule, message);
    }

    /** The line of a node, from 1. */
    static int line(Node where) {
        SourceSpan span = span(where);
        return span == null ? 1 : span.getLineIndex() + 1;
    }

    private static @Nullable SourceSpan span(Node where) {
        for (Node node = where; node != null; node = node.getParent()) {
            if (!node.getSourceSpans().isEmpty()) {
                return node.getSourceSpans().getFirst();
            }
        }
        return null;
    }
}
