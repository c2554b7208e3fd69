package dev.drydock.attempt;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The choices of a quiz that a learner has made, as progress keeps them: their numbers, counted from 0, with spaces between. */
final class Choices {

    private Choices() {}

    static String text(Set<Integer> chosen) {
        return new TreeSet<>(chosen).stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    /** Nothing is chosen where the text is of another kind: an author may have made a quiz of what was a task. */
    static Set<Integer> of(String text) {
        return Arrays.stream(text.split(" "))
                .filter(word -> word.matches("\\d{1,3}"))
                .map(Integer::valueOf)
                .collect(Collectors.toSet());
    }
}
