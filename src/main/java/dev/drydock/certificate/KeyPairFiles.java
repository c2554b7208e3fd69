package dev.drydock.certificate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Objects;
import org.springframework.boot.ssl.pem.PemContent;

/**
 * A certificate and its key, as the server will read them.
 *
 * @param certificate the server's own; what vouches for it may follow it in the file
 */
record KeyPairFiles(X509Certificate certificate) {

    private static final String PEM = "give a PEM file, which begins with -----BEGIN";

    /**
     * Reads and compares both.
     *
     * @throws Refusal if a file cannot be read, is not what it should be, does not belong to the other, or is not valid at that time
     */
    static KeyPairFiles read(Path certificateFile, Path keyFile, Instant now) throws Refusal {
        X509Certificate certificate = certificate(certificateFile);
        PrivateKey key = key(keyFile);
        if (!belongsTo(certificate.getPublicKey(), key)) {
            throw new Refusal(
                    "the key in " + keyFile + " is not the one of the certificate in " + certificateFile,
                    "give the two that were made together; in a chain, the server's own certificate comes first");
        }
        Validity validity = Validity.of(certificate);
        if (now.isAfter(validity.until())) {
            throw new Refusal(
                    "the certificate in " + certificateFile + " has expired on " + validity.until(),
                    "get a new one, and give its file");
        }
        if (now.isBefore(validity.from())) {
            throw new Refusal(
                    "the certificate in " + certificateFile + " is not valid before " + validity.from(),
                    "look whether this computer's clock is right (date), or wait");
        }
        return new KeyPairFiles(certificate);
    }

    /** Whether nobody vouches for it, so that browsers will warn. */
    boolean isSelfSigned() {
        return certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal());
    }

    private static X509Certificate certificate(Path file) throws Refusal {
        String text = text(file);
        if (!text.contains("CERTIFICATE-----")) {
            throw new Refusal("there is no certificate in " + file, PEM + " CERTIFICATE");
        }
        try {
            return PemContent.of(text).getCertificates().getFirst();
        } catch (RuntimeException damaged) {
            throw new Refusal("the certificate in " + file + " cannot be read: it is damaged", PEM + " CERTIFICATE");
        }
    }

    private static PrivateKey key(Path file) throws Refusal {
        String text = text(file);
        if (!text.contains("PRIVATE KEY-----")) {
            throw new Refusal("there is no private key in " + file, PEM + " PRIVATE KEY");
        }
        if (text.contains("ENCRYPTED")) {
            throw new Refusal(
                    "the key in " + file + " is encrypted, and nobody could type its password when the server starts",
                    "write it without a password (openssl pkey -in FILE -out NEW), readable by you only");
        }
        try {
            return Objects.requireNonNull(PemContent.of(text).getPrivateKey());
        } catch (RuntimeException damaged) {
            throw new Refusal(
                    "the key in " + file + " cannot be read: it is damaged, or of an unknown kind",
                    PEM + " PRIVATE KEY");
        }
    }

    private static String text(Path file) throws Refusal {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new Refusal(
                    (Files.exists(file) ? "cannot read " : "there is no file ") + file,
                    PEM + ", and see that the user who starts Drydock may read it");
        }
    }

    /** Whether what one signs, the other verifies. */
    private static boolean belongsTo(PublicKey certified, PrivateKey key) {
        String algorithm =
                switch (key.getAlgorithm()) {
                    case "RSA", "RSASSA-PSS" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> key.getAlgorithm();
                };
        byte[] text = new byte[32];
        new SecureRandom().nextBytes(text);
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(text);
            byte[] signed = signature.sign();
            signature.initVerify(certified);
            signature.update(text);
            return signature.verify(signed);
        } catch (GeneralSecurityException ofAnotherKind) {
            return false;
        }
    }
}
