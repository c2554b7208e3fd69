package dev.drydock.check;

/** Text that may contain what a learner wrote, made safe to show as plain text: bounded, without control characters. */
final class LearnerText {

    private static final int AT_MOST = 2_000;

    private LearnerText() {}

    static String clean(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints().filter(LearnerText::visible).limit(AT_MOST).forEach(kept::appendCodePoint);
        return kept.toString().strip();
    }

    /** Format characters go too: they can turn the direction of the text around them. */
    private static boolean visible(int codePoint) {
        int type = Character.getType(codePoint);
        return codePoint == '\n'
                || type != Character.CONTROL
                        && type != Character.FORMAT
                        && type != Character.SURROGATE
                        && type != Character.PRIVATE_USE
                        && type != Character.UNASSIGNED;
    }
}
