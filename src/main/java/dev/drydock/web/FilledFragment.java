package dev.drydock.web;

import java.io.IOException;
import java.io.Writer;
import org.thymeleaf.util.IWritableCharSequence;

/**
 * A cached fragment with something in place of a mark. It is written piece by piece: putting the text of a whole lesson together once
 * more for each reader would be a sixth of all that a page allocates.
 */
record FilledFragment(String html, String mark, String filling) implements IWritableCharSequence {

    @Override
    public void write(Writer writer) throws IOException {
        int from = 0;
        for (int at = html.indexOf(mark); at >= 0; at = html.indexOf(mark, from)) {
            writer.write(html, from, at - from);
            writer.write(filling);
            from = at + mark.length();
        }
        writer.write(html, from, html.length() - from);
    }

    @Override
    public String toString() {
        return html.replace(mark, filling);
    }

    @Override
    public int length() {
        return toString().length();
    }

    @Override
    public char charAt(int index) {
        return toString().charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return toString().subSequence(start, end);
    }
}
