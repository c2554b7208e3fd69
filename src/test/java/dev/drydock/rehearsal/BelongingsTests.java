package dev.drydock.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BelongingsTests {

    private static final Belongings BEFORE =
            new Belongings(Map.of("running machine", 20), 21, 1, Map.of("shell-holder", 40), 100, 50);

    @Test
    void beyondWhenNothingHasChangedIsNothing() {
        assertThat(BEFORE.beyond(BEFORE, 0)).isEmpty();
    }

    @Test
    void beyondWhenThereIsLessIsNothing() {
        Belongings less = new Belongings(Map.of("running machine", 19), 20, 0, Map.of("shell-holder", 39), 90, 40);

        assertThat(less.beyond(BEFORE, 0)).isEmpty();
    }

    @Test
    void beyondNamesEverythingThatThereIsMoreOf() {
        Belongings more = new Belongings(
                Map.of("running machine", 20, "exited probe", 1), 22, 2, Map.of("shell-holder", 41), 111, 61);

        assertThat(more.beyond(BEFORE, 10))
                .containsExactly(
                        "containers (exited probe): 1 instead of 0",
                        "networks: 2 instead of 1",
                        "open files of the server: 111 instead of 100",
                        "processes (shell-holder): 41 instead of 40",
                        "threads of the server: 61 instead of 50",
                        "volumes: 22 instead of 21");
    }

    @Test
    void openFilesAndThreadsMayDifferALittle() {
        Belongings more = new Belongings(BEFORE.containers(), 21, 1, BEFORE.processes(), 110, 60);

        assertThat(more.beyond(BEFORE, 10)).isEmpty();
    }
}
