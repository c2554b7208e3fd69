package dev.drydock.lesson;

/**
 * A heading of a lesson.
 *
 * @param level 2 for {@code ##}, up to 6
 * @param anchor its id on the page
 * @param title plain text
 */
public record Section(int level, String anchor, String title) {}
