package dev.drydock.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.drydock.instance.EachDatabase;
import dev.drydock.lesson.Lesson;
import dev.drydock.machine.MachineId;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(EachDatabase.class)
class PreparedLessonsTests {

    private final EachDatabase kind;
    private final MachineId machine = new MachineId("0123456789ab");
    private final MachineId another = new MachineId("ba9876543210");
    private final Lesson first = lesson("first");
    private final Lesson second = lesson("second");

    private PreparedLessons prepared;

    PreparedLessonsTests(EachDatabase kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        prepared = new PreparedLessons(kind.open(directory), InstantSource.system());
    }

    @Test
    void containsWhatWasAddedForThatMachineAndLessonOnly() {
        prepared.add(machine, first);

        assertThat(prepared.contains(machine, first)).isTrue();
        assertThat(prepared.contains(machine, second)).isFalse();
        assertThat(prepared.contains(another, first)).isFalse();
    }

    @Test
    void addTwiceIsAsGoodAsOnce() {
        prepared.add(machine, first);
        prepared.add(machine, first);

        assertThat(prepared.contains(machine, first)).isTrue();
    }

    @Test
    void removeForgetsAllOfThatMachineAndNothingElse() {
        prepared.add(machine, first);
        prepared.add(machine, second);
        prepared.add(another, first);

        prepared.remove(machine);

        assertThat(prepared.contains(machine, first)).isFalse();
        assertThat(prepared.contains(machine, second)).isFalse();
        assertThat(prepared.contains(another, first)).isTrue();
    }

    private static Lesson lesson(String id) {
        Lesson lesson = mock(Lesson.class);
        when(lesson.course()).thenReturn("docker");
        when(lesson.id()).thenReturn(id);
        return lesson;
    }
}
