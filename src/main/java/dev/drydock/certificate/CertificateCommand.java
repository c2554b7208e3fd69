package dev.drydock.certificate;

import dev.drydock.command.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * {@code certificate CERTIFICATE KEY}, or {@code certificate --self-signed DIRECTORY NAME…}, which makes both where there are none: says in three lines what the launcher passes on: {@code trusted} or {@code self-signed}; the
 * SHA-256 fingerprint as browsers show it; and when it ends.
 */
public final class CertificateCommand {

    private CertificateCommand() {}

    /** Runs the command on the console and returns its exit code: 0 if a server can use both files, else 2. */
    public static int run(String... arguments) {
        return run(Console.ofThisProcess(), arguments);
    }

    static int run(Console console, String... arguments) {
        try {
            KeyPairFiles files = files(List.of(arguments), Instant.now());
            console.out().println(files.isSelfSigned() ? "self-signed" : "trusted");
            console.out().println(fingerprint(files));
            console.out().println(Validity.of(files.certificate()).until());
            return 0;
        } catch (Refusal refusal) {
            console.err().println(refusal.getMessage());
            return Console.REFUSED;
        } catch (IOException e) {
            return console.refuse(
                    "no certificate could be written: " + e.getMessage(),
                    "check the disk's free space and the data directory's rights");
        }
    }

    private static KeyPairFiles files(List<String> arguments, Instant now) throws IOException, Refusal {
        if (!arguments.getFirst().equals("--self-signed")) {
            return KeyPairFiles.read(Path.of(arguments.get(0)), Path.of(arguments.get(1)), now);
        }
        SelfSigned own = new SelfSigned(Path.of(arguments.get(1)));
        own.ensure(arguments.subList(2, arguments.size()), now);
        return KeyPairFiles.read(own.certificate(), own.key(), now);
    }

    private static String fingerprint(KeyPairFiles files) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(files.certificate().getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java lacks SHA-256, which every Java has", e);
        }
    }
}
