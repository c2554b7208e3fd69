package dev.drydock.account;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The id of one learner: 32 lower-case hex digits, 128 random bits, so that nobody can guess another's. */
public record LearnerId(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    public LearnerId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A learner's id is 32 hex digits, not '" + value + "'");
        }
    }

    public static LearnerId random() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return new LearnerId(HexFormat.of().formatHex(bytes));
    }

    @Override
    public String toString() {
        return value;
    }
}
