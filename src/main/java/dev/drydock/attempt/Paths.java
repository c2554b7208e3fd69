package dev.drydock.attempt;

/** Where pages are. */
final class Paths {

    private Paths() {}

    static String lesson(String course, String lesson) {
        return "/courses/" + course + "/lessons/" + lesson;
    }
}
