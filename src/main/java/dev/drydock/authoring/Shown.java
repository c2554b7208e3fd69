package dev.drydock.authoring;

/** What scripts and learners' machines wrote, without what would steer a terminal or break a document. */
final class Shown {

    private Shown() {}

    static String line(String text) {
        return text(text).replace('\n', ' ');
    }

    /** Every character is one that XML may hold. */
    static String text(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .filter(one -> one == '\n' || one == '\t' || !Character.isISOControl(one))
                .filter(one -> one < 0xD800 || one > 0xDFFF && one != 0xFFFE && one != 0xFFFF)
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }
}
