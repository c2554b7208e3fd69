package dev.drydock.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a signed-in browser holds in its cookie: 256 random bits. The database knows only their SHA-256. */
record SessionSecret(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    static SessionSecret random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new SessionSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The secret in a cookie; empty for anything that this server cannot have put there. */
    static Optional<SessionSecret> parse(String value) {
        return FORM.matcher(value).matches() ? Optional.of(new SessionSecret(value)) : Optional.empty();
    }

    String hash() {
        return Sha256.hex(value);
    }

    /** A value that only this session's pages can know: derived, so that nothing has to be stored for it. */
    String formToken() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(value.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal("form".getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java lacks HmacSHA256, which every Java has", e);
        }
    }

    @Override
    public String toString() {
        return "SessionSecret[hidden]";
    }
}
