package dev.drydock.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;

/**
 * What lets people into the classroom for the first time. It lies in a file of the data directory that the launcher writes, and is read
 * again at each try: a changed code counts at once, and without the file nobody new gets in.
 */
final class AccessCode {

    /** How many signs a code has at least; the launcher refuses fewer, too. */
    static final int FEWEST_SIGNS = 8;

    private final Path file;

    AccessCode(Path file) {
        this.file = file;
    }

    /** Whether this is the code; takes the same time however much of it is right. */
    boolean matches(String typed) {
        String code = read();
        byte[] ours = Sha256.hex(code).getBytes(StandardCharsets.US_ASCII);
        byte[] theirs = Sha256.hex(CodeText.plain(typed)).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(ours, theirs) && code.length() >= FEWEST_SIGNS;
    }

    private String read() {
        try {
            return CodeText.plain(Files.readString(file));
        } catch (NoSuchFileException none) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the access code in " + file, e);
        }
    }
}
