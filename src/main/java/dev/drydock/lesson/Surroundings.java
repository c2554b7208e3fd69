package dev.drydock.lesson;

import java.util.Map;
import java.util.Set;

/**
 * What a lesson's text may refer to.
 *
 * @param course the course's id
 * @param lesson the lesson's id
 * @param images the names of the pictures beside it
 * @param lessons the ids of the course's lessons
 * @param terminals the ids of its terminals, the main one included
 * @param variables values by name
 */
record Surroundings(
        String course,
        String lesson,
        Set<String> images,
        Set<String> lessons,
        Set<String> terminals,
        Map<String, String> variables) {

    Surroundings {
        images = Set.copyOf(images);
        lessons = Set.copyOf(lessons);
        terminals = Set.copyOf(terminals);
        variables = Map.copyOf(variables);
    }
}
