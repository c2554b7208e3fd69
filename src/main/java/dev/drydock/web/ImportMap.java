package dev.drydock.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.springframework.core.io.Resource;

/**
 * The import map of every page. The layout prints this very text between its script tags and the content security policy
 * allows it by its hash, so not a space may come between.
 */
record ImportMap(String text) {

    static ImportMap read(Resource resource) {
        if (!resource.exists()) {
            throw new IllegalStateException("The import map is missing from this build (" + resource.getDescription()
                    + "). Build it in with: mvn package");
        }
        try {
            // A browser hashes what it parsed, where every line end has become a single \n.
            return new ImportMap(resource.getContentAsString(StandardCharsets.UTF_8)
                    .replace("\r\n", "\n")
                    .strip());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the import map " + resource.getDescription(), e);
        }
    }

    /** As a source expression of a content security policy. */
    String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java lacks SHA-256, which every Java has", e);
        }
    }
}
