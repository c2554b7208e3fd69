package dev.drydock.classroom;

import org.jspecify.annotations.Nullable;

/**
 * What an instructor typed into the form of a class's settings.
 *
 * @param seats empty for any number
 * @param hints null where the box is not ticked
 * @param solutions the same
 */
record SettingsForm(
        String name,
        String seats,
        @Nullable String hints,
        @Nullable String solutions) {

    SettingsForm(@Nullable String name, @Nullable String seats, @Nullable String hints, @Nullable String solutions) {
        this.name = name == null ? "" : name;
        this.seats = seats == null ? "" : seats;
        this.hints = hints;
        this.solutions = solutions;
    }
}
