package dev.drydock.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide's first lesson is one. */
class AuthoringGuideTests {

    private static final Pattern FENCE = Pattern.compile("(?ms)^   (`{3,})\\w+\\n(.*?)^   \\1$");

    @TempDir
    Path directory;

    @Test
    void firstLessonWhenWrittenAsTheGuideSaysHasNoProblem() throws IOException {
        List<String> fences = FENCE.matcher(Files.readString(Path.of("docs/authoring.md")))
                .results()
                .map(fence -> fence.group(2).replaceAll("(?m)^   ", ""))
                .toList();
        Course101 course = new Course101(directory)
                .delete("docker")
                .write("my-course/course.yaml", fences.get(0))
                .write("my-course/01-hello/lesson.md", fences.get(1))
                .script("my-course/01-hello/check/make-file.sh", fences.get(2))
                .script("my-course/01-hello/solve/make-file.sh", "#!/bin/sh\necho Ada > ~/name.txt\n")
                .script("my-course/01-hello/wrong/make-file--empty.sh", fences.get(3));

        assertThat(course.problems()).isEmpty();
        assertThat(course.open().find("my-course", "01-hello").orElseThrow().tasks())
                .singleElement()
                .satisfies(task -> {
                    Script.Ready check = (Script.Ready) task.check();
                    assertThat(check.text())
                            .contains(
                                    task.wrong().getFirst().expected().values().values());
                });
        assertThat(course.open()
                        .find("my-course", "01-hello")
                        .orElseThrow()
                        .texts()
                        .values()
                        .values()
                        .iterator()
                        .next()
                        .tasks()
                        .getFirst()
                        .hints())
                .hasSize(1);
    }
}
