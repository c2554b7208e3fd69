package dev.drydock.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StampCommandTests {

    @TempDir
    Path lessons;

    private Path korean;

    @BeforeEach
    void courseInTwoLanguages() throws IOException {
        Files.createDirectories(lessons.resolve("c"));
        Files.writeString(lessons.resolve("c/course.yaml"), "title: C\nlanguages: [en, ko]\nlessons: []\n");
        assertThat(command("new", "c/l").exitCode()).isZero();
        korean = lessons.resolve("c/l/lesson.ko.md");
    }

    @Test
    void stampUntilTheSourceChangesEndsTheWarning() throws IOException {
        Files.writeString(korean, Files.readString(korean).replaceFirst("translates: .*\n", ""));
        assertThat(lint().out()).contains("[translation-unstamped]");

        assertThat(command("stamp", "c/l").out()).contains("lesson.ko.md\n").endsWith("1 translation stamped\n");
        assertThat(lint()).isEqualTo(new CommandLineRun(0, lint().out(), ""));
        assertThat(lint().out()).doesNotContain("translation-");
        assertThat(command("stamp").out()).isEqualTo("nothing to stamp\n");

        Path source = lessons.resolve("c/l/lesson.md");
        Files.writeString(source, Files.readString(source) + "\nAnother sentence.\n");
        CommandLineRun stale = lint();
        assertThat(stale.out()).contains("lesson.ko.md:", "warning:", "[translation-stale]");
        assertThat(stale.exitCode()).isZero();
        assertThat(command("lint", "--strict", "--shellcheck", "none").exitCode())
                .isEqualTo(1);
        command("stamp");
        assertThat(lint().out()).doesNotContain("translation-");
    }

    @Test
    void stampLeavesEverythingElseAsItIs() {
        assertThat(TranslationStamp.put("---\nsummary: 요약 # why\ntranslates: old\n---\n# 제목\n\n---\n", "new"))
                .isEqualTo("---\nsummary: 요약 # why\ntranslates: new\n---\n# 제목\n\n---\n");
        assertThat(TranslationStamp.put("---\nsummary: 요약\n---\n# 제목", "new"))
                .isEqualTo("---\nsummary: 요약\ntranslates: new\n---\n# 제목");
        assertThat(TranslationStamp.put("# 제목\n\n---\n", "new")).isEqualTo("---\ntranslates: new\n---\n# 제목\n\n---\n");
    }

    private CommandLineRun lint() {
        return command("lint", "--shellcheck", "none");
    }

    private CommandLineRun command(String command, String... more) {
        String[] all = new String[more.length + 3];
        all[0] = command;
        all[1] = "--lessons";
        all[2] = lessons.toString();
        System.arraycopy(more, 0, all, 3, more.length);
        return CommandLineRun.of(all);
    }
}
