package dev.drydock.classroom;

import java.util.List;

/**
 * What the page of a class shows its instructor.
 *
 * @param state {@link ClassState#word}
 * @param seats empty for any number
 * @param joinAddress by which one joins, as a whole
 * @param zone the name of the time zone that times are meant in, in the page's language
 */
record ClassPage(
        String name,
        String path,
        String state,
        String joinCode,
        String seats,
        boolean hints,
        boolean solutions,
        String joinAddress,
        QrImage qr,
        String zone,
        List<AssignedCourse> courses,
        List<OtherCourse> others,
        List<Row> members,
        List<Row> removed) {

    /**
     * Somebody on the roster, or formerly.
     *
     * @param namesake whether another on it has the same name
     * @param joined when, in the page's language
     */
    record Row(String id, String name, boolean namesake, String joined) {}

    /**
     * A course that the class is shown.
     *
     * @param opens what its form has, in the form of an {@code input type="datetime-local"}; empty for no limit
     * @param due the same
     */
    record AssignedCourse(String id, String title, String opens, String due) {}

    /** A course that it could be shown, too. */
    record OtherCourse(String id, String title) {}
}
