package dev.drydock.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lessons with pieces lost, doubled and mixed up. Each seed is always the same row of lessons. */
class MangledLessonTests {

    private static final int LESSONS = 50;
    private static final String WHOLE = """
            ---
            summary: In short, $LEARNER.
            minutes: 5
            solutions: never
            variables:
              PORT: 8080
            terminals: {web: The web}
            ---
            # The `title`

            Text with **bold**, `code`, $PORT, [a link](#a-heading), [a lesson](../one/lesson.md#x)[^1] and <kbd>keys</kbd>.

            ## A heading

            ```sh terminal=web fails
            ls $PORT
            ```

            > [!TASK say-hi points=2] **Say hi**
            >
            > ```yaml save=~/a.yaml
            > a: $LEARNER
            > ```
            >
            > <details><summary>Help</summary>
            >
            > - one
            >
            > </details>

            > [!QUIZ why] Why?
            >
            > - [x] So
            > - [ ] Or so
            >
            > Because.

            ```mermaid
            graph LR
              accTitle: A
              accDescr { B }
              a --> b
            ```

            | a | b |
            | - | - |
            | ![x](a.png) | <div class="alert"> |

            > [!NOTE]
            > Done.

            [^1]: A note.
            """;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void problemsWhenALessonIsMangledNeverSayThatReadingFailed(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < LESSONS; i++) {
            String mangled = mangle(random);
            List<Problem> problems =
                    new Course101(directory).lesson(mangled).open().problems();

            assertThat(problems).as(mangled).extracting(Problem::rule).doesNotContain(Rule.COURSE_UNREADABLE);
        }
    }

    private static String mangle(Random random) {
        StringBuilder text = new StringBuilder(WHOLE);
        for (int edits = 1 + random.nextInt(6); edits > 0; edits--) {
            int from = random.nextInt(text.length());
            int to = Math.min(text.length(), from + 1 + random.nextInt(60));
            String piece = text.substring(from, to);
            switch (random.nextInt(4)) {
                case 0 -> text.delete(from, to);
                case 1 -> text.insert(random.nextInt(text.length()), piece);
                case 2 -> text.insert(from, piece.repeat(1 + random.nextInt(30)));
                default -> text.setCharAt(from, "\n>`[]!-$<{#*\u0000 ".charAt(random.nextInt(14)));
            }
        }
        return text.toString();
    }
}
