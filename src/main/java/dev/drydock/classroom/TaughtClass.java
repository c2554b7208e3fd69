package dev.drydock.classroom;

import java.time.Instant;

/**
 * A class that is taught. ("Class" alone is another thing in Java.)
 *
 * @param joinCode by what people join it, in groups of four as they read it
 * @param seats how many may be in it at the same time; 0 for any number
 * @param hints whether its members are shown hints
 * @param solutions whether its members are shown solutions, when the author lets them
 */
record TaughtClass(
        ClassId id,
        String name,
        ClassState state,
        String joinCode,
        int seats,
        boolean hints,
        boolean solutions,
        Instant createdAt) {

    /** As many characters as a class's name has at most. */
    static final int LONGEST_NAME = 60;

    /** The path of its page. */
    public String path() {
        return "/teach/classes/" + id;
    }

    /** The path of the address by which one joins it. */
    String joinPath() {
        return "/join/" + joinCode.replace("-", "");
    }
}
