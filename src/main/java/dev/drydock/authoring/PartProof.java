package dev.drydock.authoring;

import java.time.Duration;
import java.util.List;

/**
 * What one round of the proof showed about one part of a lesson.
 *
 * @param lesson as {@code course/lesson}
 * @param part a task's id, {@link #START} or {@link #TEXT}
 * @param round from 1
 * @param took what its machines took together
 */
record PartProof(String lesson, String part, int round, List<Step> steps, Duration took) {

    /** How the lesson brings a machine to its start. */
    static final String START = "(start)";

    /** The commands in the lesson's text. */
    static final String TEXT = "(text)";

    PartProof {
        steps = List.copyOf(steps);
    }

    String name() {
        return lesson + (isTask() ? "/" : " ") + part;
    }

    boolean isTask() {
        return !part.equals(START) && !part.equals(TEXT);
    }

    long failures() {
        return steps.stream().filter(Step::failed).count();
    }
}
