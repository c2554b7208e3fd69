package dev.drydock.lesson;

import java.util.ArrayList;
import java.util.List;

/** Where the renderer writes to: takes the one stream of HTML apart into blocks. */
final class Pages implements Appendable {

    private final Sanitizer sanitizer;
    private final List<Block> blocks = new ArrayList<>();
    private StringBuilder current = new StringBuilder();

    Pages(Sanitizer sanitizer) {
        this.sanitizer = sanitizer;
    }

    /** What a rendering writes, taken out of the stream. */
    String capture(Runnable rendering) {
        StringBuilder around = current;
        StringBuilder captured = new StringBuilder();
        current = captured;
        try {
            rendering.run();
        } finally {
            current = around;
        }
        return captured.toString();
    }

    void finishHtml() {
        String html = sanitizer.blocks(current.toString());
        if (!html.isEmpty()) {
            blocks.add(new Block.Html(html));
        }
        current = new StringBuilder();
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
        current.append(text);
        return this;
    }

    @Override
    public Appendable append(CharSequence text, int start, int end) {
        current.append(text, start, end);
        return this;
    }

    @Override
    public Appendable append(char character) {
        current.append(character);
        return this;
    }
}
