package dev.drydock.classroom;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** The id of one class: 32 lower-case hex digits, 128 random bits. */
record ClassId(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    ClassId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A class's id is 32 hex digits, not '" + value + "'");
        }
    }

    static ClassId random() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return new ClassId(HexFormat.of().formatHex(bytes));
    }

    /** The id that an address names, if it is one. */
    static Optional<ClassId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new ClassId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
