package dev.drydock.lesson;

/** A piece of a lesson's body: text, or a task to draw as a card. All HTML in it is sanitised and may be put out as it is. */
public sealed interface Block {

    /** Text between tasks. */
    record Html(String html) implements Block {}

    /** A task. */
    record Task(TaskText text) implements Block {}
}
