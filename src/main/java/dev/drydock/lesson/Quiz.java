package dev.drydock.lesson;

import java.util.Set;

/**
 * What stands behind a quiz. It never goes to a page as it is: it knows the answer.
 *
 * @param points what it counts; 0 where the author gave none
 * @param choices how many there are
 * @param right the right choices, counted from 0; one or more
 */
public record Quiz(String id, int points, int choices, Set<Integer> right) implements Exercise {

    public Quiz {
        right = Set.copyOf(right);
    }

    /** Whether several choices may be picked; that is so where several are right. */
    public boolean multiple() {
        return right.size() > 1;
    }

    /** Whether an answer is right: all the right choices and no other. */
    public boolean isRight(Set<Integer> chosen) {
        return right.equals(chosen);
    }
}
