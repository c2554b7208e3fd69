package dev.drydock.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import dev.drydock.account.Learner;
import dev.drydock.account.LearnerId;
import dev.drydock.internet.Internet;
import dev.drydock.lesson.Course;
import dev.drydock.lesson.Lesson;
import dev.drydock.lesson.Lessons;
import dev.drydock.lesson.Start;
import dev.drydock.machine.Machine;
import dev.drydock.machine.Machines;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The network of a machine whose learner comes back to it by a terminal, while a page of another course does the same. */
@Timeout(60)
class LearnerMachinesTests {

    private final Learner learner = new Learner(LearnerId.random(), "Ada");
    private final Lesson online = lesson(true);
    private final Lesson offline = lesson(false);
    private final AtomicBoolean open = new AtomicBoolean();
    private final Machine machine = machine();
    private final Machines machines = mock(Machines.class);
    private final LastCourses last = mock(LastCourses.class);
    private final Turns turns = new Turns();
    private final CourseNetwork network = new CourseNetwork(mock(Lessons.class), last, mock(Internet.class));
    private final LearnerMachines own = new LearnerMachines(machines, network, turns);

    @BeforeEach
    void begin() {
        Course course = mock(Course.class);
        given(course.lessons()).willReturn(List.of(online));
        given(network.lessons().course("online")).willReturn(Optional.of(course));
        given(network.internet().isAllowed()).willReturn(true);
        given(machines.open(any(), any())).willReturn(machine);
    }

    private Machine machine() {
        Machine made = mock(Machine.class);
        given(made.hasInternet()).willAnswer(call -> open.get());
        given(made.openInternet()).willAnswer(call -> {
            open.set(true);
            return true;
        });
        willAnswer(call -> {
                    open.set(false);
                    return null;
                })
                .given(made)
                .closeInternet();
        return made;
    }

    private static Lesson lesson(boolean internet) {
        Lesson lesson = mock(Lesson.class);
        given(lesson.start()).willReturn(new Start(internet, null, List.of()));
        return lesson;
    }

    @Test
    void openWhenTheLastCourseHasTheInternetOpensIt() {
        given(last.of(learner.id())).willReturn(Optional.of("online"));
        own.open(learner);
        assertThat(open).isTrue();
    }

    @Test
    void openWhileALessonOfAnotherCourseClosesTheInternetLeavesItClosed() throws InterruptedException {
        Thread lesson = new Thread(() -> turns.take(learner, applying(offline)));
        // The other course is opened just when it has been read which was the last.
        given(last.of(learner.id())).willAnswer(call -> {
            lesson.start();
            while (lesson.getState() != Thread.State.WAITING && lesson.isAlive()) {
                Thread.onSpinWait();
            }
            return Optional.of("online");
        });
        own.open(learner);
        lesson.join();
        assertThat(open).isFalse();
    }

    @Test
    void openWhenSomebodyHasTheTurnLeavesTheNetworkToThemAndDoesNotWait() {
        given(last.of(learner.id())).willReturn(Optional.of("online"));
        Thread terminal = new Thread(() -> own.open(learner));
        turns.take(learner, () -> {
            terminal.start();
            join(terminal);
            return true;
        });
        verify(machine, never()).openInternet();
    }

    private Supplier<Boolean> applying(Lesson lesson) {
        return () -> {
            network.apply(machine, lesson);
            return true;
        };
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
