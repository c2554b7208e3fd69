package dev.drydock.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.drydock.command.Console;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateCommandTests {

    private static final List<String> NAMES = List.of("class.example.org", "192.0.2.7");

    @TempDir
    Path directory;

    private Path certificate;
    private Path key;

    @BeforeEach
    void make() {
        Path own = directory.resolve("tls");
        certificate = own.resolve("certificate.pem");
        key = own.resolve("key.pem");
        assertThat(run("--self-signed", own.toString(), NAMES.getFirst(), NAMES.getLast()))
                .startsWith("0 self-signed\n");
    }

    @Test
    void selfSignedIsForItsNamesAndReadableByItsOwnerOnly() throws Exception {
        KeyPairFiles files = KeyPairFiles.read(certificate, key, Instant.now());

        assertThat(files.certificate().getSubjectAlternativeNames().toString())
                .isEqualTo("[[2, class.example.org], [7, 192.0.2.7]]");
        assertThat(files.isSelfSigned()).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
    }

    @Test
    void selfSignedIsKeptUntilItsNamesChangeOrAMonthIsLeft() throws Exception {
        String first = Files.readString(certificate);
        SelfSigned own = new SelfSigned(directory.resolve("tls"));

        own.ensure(NAMES, Instant.now());
        assertThat(Files.readString(certificate)).isEqualTo(first);
        own.ensure(NAMES, Instant.now().plus(Duration.ofDays(370)));
        String second = Files.readString(certificate);
        assertThat(second).isNotEqualTo(first);
        own.ensure(List.of("192.0.2.8"), Instant.now());
        assertThat(Files.readString(certificate)).isNotEqualTo(second);
    }

    @Test
    void fingerprintIsInTheSecondLine() {
        assertThat(run(certificate.toString(), key.toString()).lines().toList().get(1))
                .matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
    }

    @Test
    void readWhenAFileIsMissingOrSomethingElseNamesItAndTheRemedy() throws Exception {
        Path text = Files.writeString(directory.resolve("text"), "hello");
        Path gone = directory.resolve("gone");

        assertThat(run(gone.toString(), key.toString())).contains("2 ", "there is no file " + gone, "What to do");
        assertThat(run(text.toString(), key.toString())).contains("there is no certificate in " + text);
        assertThat(run(key.toString(), key.toString())).contains("there is no certificate in " + key);
        assertThat(run(certificate.toString(), text.toString())).contains("there is no private key in " + text);
        assertThat(run(certificate.toString(), certificate.toString()))
                .contains("there is no private key in " + certificate);
        Files.writeString(text, Files.readString(certificate).replaceAll("\nM", "\nN"));
        assertThat(run(text.toString(), key.toString())).contains("2 ", text + " cannot be read", "What to do");
    }

    @Test
    void readWhenTheKeyIsAnothersNamesBoth() {
        Path others = directory.resolve("other");
        run("--self-signed", others.toString(), "localhost");
        Path other = others.resolve("key.pem");

        assertThat(run(certificate.toString(), other.toString()))
                .contains("the key in " + other + " is not the one of the certificate in " + certificate, "What to do");
    }

    @Test
    void readWhenTheCertificateHasExpiredOrIsNotYetValidSaysWhen() {
        Instant now = Instant.now();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> KeyPairFiles.read(certificate, key, now.plus(Duration.ofDays(400))))
                .withMessageContainingAll("has expired on 20", "What to do");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> KeyPairFiles.read(certificate, key, now.minus(Duration.ofDays(3))))
                .withMessageContaining("is not valid before 20");
    }

    private static String run(String... arguments) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said, true);
        return CertificateCommand.run(new Console(writer, writer), arguments) + " " + said;
    }
}
