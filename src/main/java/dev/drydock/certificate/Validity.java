package dev.drydock.certificate;

import java.security.cert.X509Certificate;
import java.time.Instant;

/**
 * From when to when a certificate is good. The one place that touches {@link java.util.Date}, which is all that the library gives.
 */
record Validity(Instant from, Instant until) {

    static Validity of(X509Certificate certificate) {
        return new Validity(
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }
}
