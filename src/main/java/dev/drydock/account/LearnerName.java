package dev.drydock.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * What learners, and their classes, are called: 1 to 40 characters of any script, without what would turn the text around it, or be invisible.
 *
 * @param text for people; never looked up, two learners may have the same
 */
public record LearnerName(String text) {

    private static final int MOST_CHARACTERS = 40;
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    /** Why something is no name. */
    public enum Fault {
        EMPTY,
        TOO_LONG,
        STRANGE_CHARACTERS;

        /** As it stands in the keys of messages. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A name as typed: spaces around it are no part of it, and several are one. */
    public static LearnerName of(String typed) {
        return new LearnerName(Normalizer.normalize(typed, Normalizer.Form.NFC)
                .replaceAll("[\\p{Zs}]+", " ")
                .strip());
    }

    /** What keeps it from being a name, if anything does. */
    public Optional<Fault> fault() {
        return fault(MOST_CHARACTERS);
    }

    /** The same, where there is room for more or fewer characters. */
    public Optional<Fault> fault(int mostCharacters) {
        if (text.isEmpty()) {
            return Optional.of(Fault.EMPTY);
        }
        if (text.codePoints().anyMatch(LearnerName::isStrange)
                || text.codePoints().noneMatch(LearnerName::isSeen)) {
            return Optional.of(Fault.STRANGE_CHARACTERS);
        }
        return text.codePointCount(0, text.length()) > mostCharacters ? Optional.of(Fault.TOO_LONG) : Optional.empty();
    }

    private static boolean isStrange(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            // Direction marks are of this kind, and the two joiners, which some scripts cannot do without.
            case Character.FORMAT -> character != ZERO_WIDTH_NON_JOINER && character != ZERO_WIDTH_JOINER;
            default -> false;
        };
    }

    private static boolean isSeen(int character) {
        return switch (Character.getType(character)) {
            case Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK -> false;
            default -> true;
        };
    }
}
