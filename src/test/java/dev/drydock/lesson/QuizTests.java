package dev.drydock.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuizTests {

    private static final String QUIZ = """
            # T

            > [!QUIZ layers points=2] **What is an image `made` of?**
            >
            > Think of *files*.
            >
            > - [ ] Of virtual **machines**
            > - [x] Of `layers`,
            >   one upon another
            > - [X] Of read-only files
            >
            > Layers are *shared*.
            >
            > ```sh
            > docker history hello-world
            > ```
            """;

    @TempDir
    Path directory;

    @Test
    void quizWhenItIsReadReturnsQuestionChoicesAndExplanation() {
        Lesson lesson = read(QUIZ);

        QuizText quiz = lesson.in(Locale.ENGLISH).quizzes().getFirst();
        assertThat(quiz.titleHtml()).isEqualTo("What is an image <code>made</code> of?");
        assertThat(quiz.bodyHtml()).isEqualTo("<p>Think of <em>files</em>.</p>");
        assertThat(quiz.choices())
                .containsExactly(
                        "Of virtual <strong>machines</strong>",
                        "Of <code>layers</code>,\none upon another",
                        "Of read-only files");
        assertThat(quiz.explanationHtml()).startsWith("<p>Layers are <em>shared</em>.</p>\n<code-fence");
        assertThat(quiz.actions()).extracting(Action::line).containsExactly(14);
        assertThat(lesson.quiz("layers")).contains(new Quiz("layers", 2, 3, Set.of(1, 2)));
        assertThat(lesson.task("layers")).isEmpty();
    }

    @Test
    void htmlOfAQuizBeforeItIsAnsweredDoesNotTellWhatIsRight() {
        String rightFirst = QUIZ.replace("- [ ]", "- [?]")
                .replaceAll("- \\[[xX]\\]", "- [ ]")
                .replace("- [?]", "- [x]");

        QuizText one = read(QUIZ).in(Locale.ENGLISH).quizzes().getFirst();
        QuizText other = read(rightFirst).in(Locale.ENGLISH).quizzes().getFirst();
        assertThat(one).isEqualTo(other);
        assertThat(read(QUIZ).quizzes()).isNotEqualTo(read(rightFirst).quizzes());
    }

    @Test
    void isRightWhenAnswersAreGivenReturnsWhetherAllAndOnlyTheRightOnesAreChosen() {
        Quiz quiz = new Quiz("q", 0, 3, Set.of(0, 2));

        assertThat(quiz.multiple()).isTrue();
        assertThat(quiz.isRight(Set.of(0, 2))).isTrue();
        assertThat(quiz.isRight(Set.of(0))).isFalse();
        assertThat(quiz.isRight(Set.of(0, 1, 2))).isFalse();
        assertThat(quiz.isRight(Set.of())).isFalse();
        assertThat(new Quiz("q", 0, 2, Set.of(1)).multiple()).isFalse();
    }

    @Test
    void exercisesReturnTasksAndQuizzesInReadingOrder() {
        Lesson lesson = read(Course101.LESSON + "\n" + QUIZ.substring(5) + "\n> [!TASK say-bye] Bye\n> x\n");

        assertThat(lesson.exercises()).extracting(Exercise::id).containsExactly("say-hi", "layers", "say-bye");
        assertThat(lesson.tasks()).extracting(Task::id).containsExactly("say-hi", "say-bye");
        assertThat(lesson.in(Locale.ENGLISH).blocks().stream().map(Block::line)).isEqualTo(List.of(3, 5, 9, 24));
        assertThat(lesson.exercise("layers")).isPresent();
        assertThat(lesson.exercise("nothing")).isEmpty();
    }

    @Test
    void quizWhenItIsTranslatedHasTheSameAnswersInOtherWords() {
        Lesson lesson = new Course101(directory)
                .write("docker/one/lesson.md", QUIZ)
                .korean(QUIZ.replace("Of read-only files", "읽기 전용 파일"))
                .read();

        assertThat(lesson.in(Locale.KOREAN).quizzes().getFirst().choices())
                .last()
                .isEqualTo("읽기 전용 파일");
        assertThat(lesson.quizzes()).hasSize(1);
    }

    private Lesson read(String markdown) {
        return new Course101(directory).lesson(markdown).read();
    }
}
