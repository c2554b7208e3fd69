package dev.drydock.preparation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.lesson.HomeFile;
import dev.drydock.lesson.Lesson;
import dev.drydock.lesson.LessonText;
import dev.drydock.lesson.Localized;
import dev.drydock.lesson.Script;
import dev.drydock.lesson.Solutions;
import dev.drydock.lesson.Start;
import dev.drydock.lesson.Task;
import dev.drydock.machine.ExecResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is run, in which order and with what, on a machine that only listens. */
class PreparationTests {

    private static final Script SETUP = new Script.Ready("c/l/setup.sh", "#!/bin/sh\n: setup\n");

    private final ListeningMachine machine = new ListeningMachine();
    private final Preparation preparation = new Preparation(machine, Map.of("PORT", "8080"));

    @Test
    void startOfTaskRunsTheSolutionsBeforeItAndNoOther() {
        assertThat(preparation.startOf(lesson(), task("three"))).isEqualTo(new Outcome.Ready());

        assertThat(machine.inputs).containsExactly("#!/bin/sh\n: one\n", "#!/bin/sh\n: two\n");
    }

    @Test
    void startOfTheFirstTaskOfALessonWithoutSetupAsksTheMachineNothing() {
        assertThat(preparation.startOf(lesson(), task("one"))).isEqualTo(new Outcome.Ready());

        assertThat(machine.inputs).isEmpty();
    }

    @Test
    void startOfTaskWhenASolutionFailsStopsThereAndTellsWhatItSaid() {
        machine.answer = input -> new ExecResult(3, "half\n", "broken\n");

        assertThat(preparation.startOf(lesson(), task("three")))
                .isEqualTo(new Outcome.Failed("solve/one.sh", 3, "half\nbroken\n"))
                .hasToString("solve/one.sh ended with 3, saying:\nhalf\nbroken");
        assertThat(machine.inputs).hasSize(1);
    }

    @Test
    void startOfLessonPutsItsFilesThenRunsItsSetup() {
        HomeFile page = new HomeFile("web/index.html", "<p>".getBytes(StandardCharsets.UTF_8), false);
        HomeFile program = new HomeFile("run", "#!".getBytes(StandardCharsets.UTF_8), true);

        assertThat(preparation.startOf(lesson(new Start(SETUP, List.of(page, program)))))
                .isEqualTo(new Outcome.Ready());
        assertThat(machine.inputs).containsExactly("644 3 web/index.html\n<p>755 2 run\n#!", "#!/bin/sh\n: setup\n");
    }

    @Test
    void startOfLessonWhenAFileCannotBePutRunsNothing() {
        machine.answer = input -> new ExecResult(1, "", "mkdir: cannot create directory 'web': File exists\n");
        HomeFile page = new HomeFile("web/index.html", new byte[0], false);

        assertThat(preparation.startOf(lesson(new Start(SETUP, List.of(page)))))
                .hasToString("c/l/files ended with 1, saying:\nmkdir: cannot create directory 'web': File exists");
        assertThat(machine.inputs).hasSize(1);
    }

    @Test
    void startOfTaskWhenSetupFailsRunsNoSolution() {
        machine.answer = input -> new ExecResult(124, "", "");

        assertThat(preparation.startOf(lesson(new Start(SETUP, List.of())), task("three")))
                .hasToString("c/l/setup.sh was stopped at its time limit, saying nothing");
        assertThat(machine.inputs).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"saved, Saved", "same, Same", "kept, KeptOld"})
    void saveTellsWhatWasThereBefore(String answer, String expected) {
        machine.answer = input -> new ExecResult(0, answer + "\n", "");

        assertThat(preparation.save("~/a b/compose.yaml", "text\n")).hasToString(expected + "[]");
        assertThat(machine.commands.getFirst()).endsWith("/root/a b/compose.yaml");
        assertThat(machine.inputs).containsExactly("text\n");
    }

    @Test
    void saveWhenItFailsTellsWhy() {
        machine.answer = input -> new ExecResult(1, "", "cp: disk full\n");

        assertThat(preparation.save("/etc/x", "text\n")).isEqualTo(new Saving.Failed(1, "cp: disk full\n"));
    }

    @Test
    void scriptsFindTheVariablesInTheirEnvironment() {
        preparation.run(new Script.Ready("s.sh", "#!/bin/sh\n"));

        assertThat(machine.commands.getFirst()).startsWith("env", "PORT=8080", "sh", "-c");
    }

    @Test
    void runOfAScriptThatCouldNotBeReadTellsWhy() {
        ScriptRun run = preparation.run(new Script.Broken("solve/one.sh", "This file is missing. Add it."));

        assertThat(run.succeeded()).isFalse();
        assertThat(run).hasToString("solve/one.sh ended with 126, saying:\nThis file is missing. Add it.");
        assertThat(machine.inputs).isEmpty();
    }

    @Test
    void runWhenTheMachineIsGoneThrowsWhatTheMachineThrows() {
        machine.answer = input -> {
            throw new IllegalStateException("gone");
        };

        assertThatThrownBy(() -> preparation.run(new Script.Ready("s.sh", "#!/bin/sh\n")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("gone");
    }

    private static Task task(String id) {
        return new Task(
                id,
                0,
                new Script.Ready("check/" + id + ".sh", "#!/bin/sh\n"),
                new Script.Ready("solve/" + id + ".sh", "#!/bin/sh\n: " + id + "\n"),
                List.of());
    }

    private static Lesson lesson() {
        return lesson(Start.NOTHING);
    }

    private static Lesson lesson(Start start) {
        LessonText text = new LessonText(Locale.ENGLISH, "L", "", List.of(), List.of(), List.of());
        return new Lesson(
                "c",
                "l",
                0,
                new Localized<>(Locale.ENGLISH, Map.of(Locale.ENGLISH, text)),
                List.of(task("one"), task("two"), task("three")),
                Map.of(),
                start,
                Solutions.DEFAULT,
                Map.of());
    }
}
