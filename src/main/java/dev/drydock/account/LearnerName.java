package dev.drydock.account;

import java.text.Normalizer;
import java.util.Optional;

/**
 * What learners call themselves: 1 to 40 characters of any script, without what would turn the text around it, or be invisible.
 *
 * @param text for people; never looked up, two learners may have the same
 */
record LearnerName(String text) {

    private static final int MOST_CHARACTERS = 40;
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    /** Why something is no name. */
    enum Fault {
        EMPTY,
        TOO_LONG,
        STRANGE_CHARACTERS
    }

    /** A name as typed: spaces around it are no part of it, and several are one. */
    static LearnerName of(String typed) {
        return new LearnerName(Normalizer.normalize(typed, Normalizer.Form.NFC)
                .replaceAll("[\\p{Zs}]+", " ")
                .strip());
    }

    /** What keeps it from being a name, if anything does. */
    Optional<Fault> fault() {
        if (text.isEmpty()) {
            return Optional.of(Fault.EMPTY);
        }
        if (text.codePoints().anyMatch(LearnerName::isStrange)
                || text.codePoints().noneMatch(LearnerName::isSeen)) {
            return Optional.of(Fault.STRANGE_CHARACTERS);
        }
        return text.codePointCount(0, text.length()) > MOST_CHARACTERS ? Optional.of(Fault.TOO_LONG) : Optional.empty();
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
