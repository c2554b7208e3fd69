package dev.drydock.certificate;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
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

    private static final int REFUSED = 2;

    private CertificateCommand() {}

    /** Runs the command on the console and returns its exit code: 0 if a server can use both files, else 2. */
    public static int run(String... arguments) {
        return run(console(FileDescriptor.out), console(FileDescriptor.err), arguments);
    }

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        try {
            KeyPairFiles files = files(List.of(arguments), Instant.now());
            out.println(files.isSelfSigned() ? "self-signed" : "trusted");
            out.println(fingerprint(files));
            out.println(Validity.of(files.certificate()).until());
            return 0;
        } catch (Refusal refusal) {
            err.println(refusal.getMessage());
        } catch (IOException e) {
            err.println("drydock: no certificate could be written: " + e.getMessage()
                    + "\n  What to do: check the disk's free space and the data directory's rights");
        }
        return REFUSED;
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

    private static PrintWriter console(FileDescriptor stream) {
        return new PrintWriter(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }
}
