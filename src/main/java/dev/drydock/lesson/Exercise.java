package dev.drydock.lesson;

/** Something in a lesson that can be done or answered, the same in every language. */
public sealed interface Exercise permits Task, Quiz {

    /** Unique in the lesson. */
    String id();

    /** What it counts; 0 where the author gave none. */
    int points();
}
