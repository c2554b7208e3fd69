package dev.drydock.certificate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A certificate that nobody vouches for, with its key: {@code certificate.pem}, {@code key.pem} and {@code names} in a directory that is
 * its owner's alone. It is kept, so that browsers have to be told once that it is the right one.
 */
final class SelfSigned {

    /** Browsers refuse certificates that are good for longer. */
    private static final int VALID_DAYS = 397;

    private static final Duration RENEWED_BEFORE = Duration.ofDays(30);
    private static final String ALIAS = "server";

    private final Path directory;

    SelfSigned(Path directory) {
        this.directory = directory;
    }

    Path certificate() {
        return directory.resolve("certificate.pem");
    }

    Path key() {
        return directory.resolve("key.pem");
    }

    /** Makes one for these names and addresses, unless the one that is there is for the same and good for another month. */
    void ensure(List<String> names, Instant now) throws IOException, Refusal {
        if (!isCurrent(names, now)) {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            make(names);
        }
    }

    private boolean isCurrent(List<String> names, Instant now) throws IOException {
        try {
            Path known = directory.resolve("names");
            return Files.exists(known)
                    && Files.readAllLines(known).equals(names)
                    && Validity.of(KeyPairFiles.read(certificate(), key(), now).certificate())
                            .until()
                            .isAfter(now.plus(RENEWED_BEFORE));
        } catch (Refusal damagedOrOld) {
            return false;
        }
    }

    /** Java can read certificates, but only its keytool makes them. */
    private void make(List<String> names) throws IOException, Refusal {
        Path store = directory.resolve("new.p12");
        String password = UUID.randomUUID().toString();
        Files.deleteIfExists(store);
        try {
            runKeytool(store, password, names);
            KeyStore made = KeyStore.getInstance(store.toFile(), password.toCharArray());
            write(
                    key(),
                    "PRIVATE KEY",
                    made.getKey(ALIAS, password.toCharArray()).getEncoded());
            write(certificate(), "CERTIFICATE", made.getCertificate(ALIAS).getEncoded());
            Files.write(directory.resolve("names"), names);
        } catch (GeneralSecurityException e) {
            throw new IOException("What keytool has made cannot be read", e);
        } finally {
            Files.deleteIfExists(store);
        }
    }

    private static void runKeytool(Path store, String password, List<String> names) throws IOException, Refusal {
        ProcessBuilder command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        // A learner's clock may be behind ours.
                        "-startdate",
                        "-1d",
                        "-validity",
                        Integer.toString(VALID_DAYS),
                        "-dname",
                        "CN=Drydock classroom",
                        "-ext",
                        "SAN=" + names.stream().map(SelfSigned::alternative).collect(Collectors.joining(",")),
                        "-ext",
                        "EKU=serverAuth",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass:env",
                        "PASSWORD")
                .redirectErrorStream(true);
        command.environment().put("PASSWORD", password);
        Process keytool = command.start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (keytool.onExit().join().exitValue() != 0) {
            throw new Refusal(
                    "no certificate could be made for " + names + ": " + said, "give names that keytool takes");
        }
    }

    private static String alternative(String name) {
        return (name.contains(":") || name.matches("[0-9.]+") ? "ip:" : "dns:") + name;
    }

    /** Whole or not at all, and never readable by others. */
    private static void write(Path file, String kind, byte[] content) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        Files.writeString(fresh, "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
