package dev.drydock.lesson;

/**
 * A plausible mistake: a script whose result must get "not yet".
 *
 * @param name what follows {@code --} in the file's name
 * @param expected a part of the message that the checker must give
 */
public record WrongTry(String name, Script script, Localized<String> expected) {}
