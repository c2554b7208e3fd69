package dev.drydock.authoring;

import java.time.Duration;
import java.util.List;

/**
 * What one round of the proof showed about one task.
 *
 * @param lesson as {@code course/lesson}
 * @param round from 1
 */
record TaskProof(String lesson, String task, int round, List<Step> steps, Duration took) {

    TaskProof {
        steps = List.copyOf(steps);
    }

    String name() {
        return lesson + "/" + task;
    }

    long failures() {
        return steps.stream().filter(Step::failed).count();
    }
}
