package dev.drydock.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the server says, the page must understand: it ends a connection whose frames it does not know. */
class NoticeCodeTests {

    @ParameterizedTest
    @EnumSource
    void everyNoticeIsInTheProtocolAndKnownToThePage(NoticeCode code) throws IOException {
        assertThat(line("docs/terminal-protocol.md", "| NOTICE |")).contains("`" + code.wireName() + "`");
        assertThat(line("static/terminal/protocol.js", "const NOTICES =")).contains("\"" + code.wireName() + "\"");
    }

    private static String line(String file, String start) throws IOException {
        return Files.readAllLines(Path.of(file)).stream()
                .filter(line -> line.contains(start))
                .findFirst()
                .orElseThrow();
    }
}
