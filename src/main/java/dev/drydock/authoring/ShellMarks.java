package dev.drydock.authoring;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds in a shell's output what the shell has been told to say, as control sequences that terminals do not show: that it begins to run
 * something, that it is back at its prompt and with which exit code, and that it has answered a key.
 */
final class ShellMarks {

    /** Typed once into a fresh bash. The space keeps it out of the history; no Ctrl-D may end the shell itself. */
    static final String SETUP = " __drydock=0 IGNOREEOF=1000 PS0=$'\\e]7777;S\\a'"
            + " PROMPT_COMMAND='printf \"\\e]7777;P;%d;%d\\a\" $((++__drydock)) $?';"
            + " bind -x '\"\\C-x\\C-y\": printf \"\\e]7777;D;%d;%d\\a\" $__drydock $?'";

    /** Asks a shell that waits at its prompt to say so; bash reads it only once it has run all that was typed before. */
    static final String KEY = "\u0018\u0019";

    private static final String BEGIN = "\u001b]7777;";
    private static final Pattern MARK = Pattern.compile("\u001b]7777;([SPD])(?:;(\\d+);(\\d+))?\u0007");
    private static final int LONGEST = 64;

    /** Hears what is found, in order. */
    interface Listener {

        /** Output between marks, bytes as Latin-1. */
        void text(String latin);

        void begins();

        /** A command has ended, the n-th of this shell. */
        void prompts(int count, int exitCode);

        /** The key has been answered after so many commands. */
        void answers(int count);
    }

    private final Listener listener;
    private String left = "";

    ShellMarks(Listener listener) {
        this.listener = listener;
    }

    void read(byte[] bytes, int from, int length) {
        String all = left + new String(bytes, from, length, StandardCharsets.ISO_8859_1);
        Matcher mark = MARK.matcher(all);
        int at = 0;
        while (mark.find()) {
            tell(all.substring(at, mark.start()));
            tell(mark);
            at = mark.end();
        }
        int cut = unfinished(all, at);
        tell(all.substring(at, cut));
        left = all.substring(cut);
    }

    private void tell(String text) {
        if (!text.isEmpty()) {
            listener.text(text);
        }
    }

    private void tell(Matcher mark) {
        switch (mark.group(1)) {
            case "S" -> listener.begins();
            case "P" -> listener.prompts(Integer.parseInt(mark.group(2)), Integer.parseInt(mark.group(3)));
            default -> listener.answers(Integer.parseInt(mark.group(2)));
        }
    }

    /** Where a mark may begin whose rest is still to come. */
    private static int unfinished(String all, int from) {
        int escape = all.lastIndexOf('\u001b');
        if (escape < from || all.length() - escape > LONGEST) {
            return all.length();
        }
        String tail = all.substring(escape);
        boolean maybe = tail.length() < BEGIN.length() ? BEGIN.startsWith(tail) : tail.startsWith(BEGIN);
        return maybe ? escape : all.length();
    }
}
