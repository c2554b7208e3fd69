package dev.drydock.account;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;

/** How codes that people read to one another are written: without signs that look alike, in groups of four. */
public final class CodeText {

    /** No 0 and O, 1, I and L, U and V. 29 signs: almost five bits each. */
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTWXYZ";

    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private CodeText() {}

    /** A new code of that many signs, a multiple of four, such as {@code 7KQM-X2PD}. */
    public static String random(int signs) {
        StringBuilder code = new StringBuilder();
        for (int at = 0; at < signs; at++) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return grouped(code.toString());
    }

    /** A plain code as people read it: in groups of four. */
    public static String grouped(String plain) {
        return plain.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
    }

    /** What is compared: capitals and digits, however it was typed; keyboards for Korean may send wide letters. */
    public static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]", "");
    }
}
