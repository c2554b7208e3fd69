package dev.drydock.lesson;

import java.util.ArrayList;
import java.util.List;

/** Where the renderer writes to: takes the one stream of HTML apart into blocks. */
final class Pages implements Appendable {

    private final Sanitizer sanitizer;
    private final List<Block> blocks = new ArrayList<>();
    private Piece current = new Piece();
    private int line = 1;
    private int length;

    Pages(Sanitizer sanitizer) {
        this.sanitizer = sanitizer;
    }

    /** HTML, not sanitised yet, and what can be run or saved in it. */
    record Piece(StringBuilder html, List<Action> actions) {

        Piece() {
            this(new StringBuilder(), new ArrayList<>());
        }

        void add(Piece other) {
            html.append(other.html);
            actions.addAll(other.actions);
        }
    }

    /** What a rendering writes, taken out of the stream. */
    Piece capture(Runnable rendering) {
        Piece around = current;
        Piece captured = new Piece();
        current = captured;
        try {
            rendering.run();
        } finally {
            current = around;
        }
        return captured;
    }

    void add(Action action) {
        current.actions().add(action);
    }

    /** Where the text starts that is written next, from 1. */
    void startAt(int start) {
        line = start;
    }

    void finishHtml() {
        String html = sanitizer.blocks(current.html().toString());
        if (!html.isEmpty()) {
            blocks.add(new Block.Html(line, html, current.actions()));
        }
        current = new Piece();
    }

    void add(Block block) {
        blocks.add(block);
    }

    List<Block> finish() {
        finishHtml();
        return blocks;
    }

    @Override
    public Appendable append(CharSequence text) {
        return append(text, 0, text.length());
    }

    @Override
    public Appendable append(CharSequence text, int start, int end) {
        length += end - start;
        if (length > TooLongException.LIMIT) {
            throw new TooLongException();
        }
        current.html().append(text, start, end);
        return this;
    }

    @Override
    public Appendable append(char character) {
        current.html().append(character);
        return this;
    }
}
