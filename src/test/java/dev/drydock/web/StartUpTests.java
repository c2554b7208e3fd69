package dev.drydock.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

@ExtendWith(OutputCaptureExtension.class)
class StartUpTests {

    @Test
    void startWhenPortIsInUseNamesTheRemedy(@TempDir Path data, @TempDir Path other, CapturedOutput output) {
        try (TestServer server = TestServer.start(data)) {
            catchThrowable(() -> TestServer.start(other, "--server.port=" + server.port()));

            assertThat(output).contains("./drydock up --port " + (server.port() + 1));
        }
    }

    @Test
    void startWhenDataDirectoryIsInUseSaysSoWithoutStackTrace(@TempDir Path data, CapturedOutput output) {
        try (TestServer _ = TestServer.start(data)) {
            Throwable failure = catchThrowable(() -> TestServer.start(data));

            assertThat(failure).isNotNull();
            assertThat(output).contains("APPLICATION FAILED TO START", "is in use by another Drydock server");
            assertThat(output).doesNotContain("\tat dev.drydock");
        }
    }

    @Test
    void startWhenTheDatabaseCannotBeUsedSaysSoWithoutStackTraceAndPassword(@TempDir Path data, CapturedOutput output) {
        Throwable failure = catchThrowable(() -> TestServer.start(
                data,
                "--drydock.database.url=jdbc:postgresql://127.0.0.1:9/x?password=hush",
                "--drydock.database.user=me"));

        assertThat(failure).isNotNull();
        assertThat(output)
                .contains("APPLICATION FAILED TO START", "The database jdbc:postgresql://127.0.0.1:9/x", "Action:")
                .contains("See that PostgreSQL runs there");
        assertThat(output).doesNotContain("hush", "\tat dev.drydock");
        assertThat(data.resolve("database")).doesNotExist();
    }

    @Test
    void startWhenTheDatabaseIsOfNoKindOfOursSaysSo(@TempDir Path data, CapturedOutput output) {
        catchThrowable(() -> TestServer.start(data, "--drydock.database.url=mysql://root:hush@db/x"));

        assertThat(output)
                .contains("drydock.database.url is 'mysql://db/x'", "DRYDOCK_DATABASE_URL=jdbc:postgresql://");
        assertThat(output).doesNotContain("hush", "\tat dev.drydock");
    }

    @Test
    void importMapWhenMissingNamesTheRemedy() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> ImportMap.read(new ClassPathResource("nowhere.json")))
                .withMessageContaining("nowhere.json")
                .withMessageContaining("mvn package");
    }

    @Test
    void importMapWhenWrittenWithCarriageReturnsIsWhatABrowserHashes() {
        ByteArrayResource file = new ByteArrayResource("{\r\n}\r\n".getBytes(StandardCharsets.UTF_8));

        assertThat(ImportMap.read(file).text()).isEqualTo("{\n}");
    }

    @Test
    void hostsWhenOneHasSchemeOrPortAreRefused() {
        for (String host : List.of("http://a.example", "a.example:80", "a.example/", "")) {
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> new WebProperties(List.of(host), false, new ByteArrayResource(new byte[0])))
                    .withMessageContaining("drydock.hosts");
        }
    }
}
