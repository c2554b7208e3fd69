package dev.drydock.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.mock;

import dev.drydock.engine.Engine.RunningCommand;
import dev.drydock.engine.EngineException;
import dev.drydock.engine.ProcessStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Ways to the internet of machines whose program says what a test wants, when it wants. */
@Timeout(60)
class InternetWaysTests {

    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration LONG = Duration.ofMinutes(5);

    private final MachineId machine = MachineId.random();

    /** A program in a machine, which says nothing by itself. */
    private static final class Program {

        private final PipedOutputStream says = new PipedOutputStream();
        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch ended = new CountDownLatch(1);
        private final RunningCommand command = mock(RunningCommand.class);

        Program() throws IOException {
            ProcessStream streams = mock(ProcessStream.class);
            given(command.streams()).willReturn(streams);
            given(streams.stdout()).willReturn(new PipedInputStream(says));
            given(streams.stderrText()).willReturn("");
            given(streams.stdin()).willReturn(new OutputStream() {
                @Override
                public void write(int one) {}

                @Override
                public void close() throws IOException {
                    end();
                }
            });
            willAnswer(call -> {
                        end();
                        return null;
                    })
                    .given(command)
                    .close();
        }

        static Program thatIsReady() throws IOException {
            Program program = new Program();
            program.isReady();
            return program;
        }

        RunningCommand start() {
            asked.countDown();
            return command;
        }

        void isReady() throws IOException {
            says.write("ready\n".getBytes(StandardCharsets.US_ASCII));
            says.flush();
        }

        void end() throws IOException {
            says.close();
            ended.countDown();
        }
    }

    @Test
    void openWhenTheProgramIsReadyReturnsTrueUntilItIsClosed() throws Exception {
        InternetWays ways = new InternetWays(LONG);
        Program program = Program.thatIsReady();
        assertThat(ways.open(machine, program::start)).isTrue();
        assertThat(ways.isOpen(machine)).isTrue();
        ways.close(machine);
        assertThat(ways.isOpen(machine)).isFalse();
        program.ended.await();
    }

    @Test
    void openWhenTheProgramNeverSaysThatItIsReadyReturnsFalseAndLetsItGo() throws Exception {
        InternetWays ways = new InternetWays(SHORT);
        Program program = new Program();
        assertThat(ways.open(machine, program::start)).isFalse();
        program.ended.await();
        assertThat(ways.open(machine, Program.thatIsReady()::start)).isTrue();
    }

    @Test
    void openWhenTheEngineTakesTooLongLetsGoOfWhatItStartsThen() throws Exception {
        InternetWays ways = new InternetWays(SHORT);
        Program program = Program.thatIsReady();
        CountDownLatch engine = new CountDownLatch(1);
        assertThat(ways.open(machine, () -> {
                    await(engine);
                    return program.start();
                }))
                .isFalse();
        engine.countDown();
        program.ended.await();
        assertThat(ways.isOpen(machine)).isFalse();
    }

    @Test
    void openWhenTheEngineRefusesThrowsItsWords() {
        InternetWays ways = new InternetWays(LONG);
        assertThatThrownBy(() -> ways.open(machine, () -> {
                    throw new EngineException("the container is paused", null);
                }))
                .isInstanceOf(EngineException.class)
                .hasMessage("the container is paused");
    }

    @Test
    void openWhenAnotherMachineHangsIsNotKeptWaiting() throws Exception {
        InternetWays ways = new InternetWays(LONG);
        Program hanging = new Program();
        Thread waiting = Thread.ofVirtual().start(() -> ways.open(machine, hanging::start));
        hanging.asked.await();
        assertThat(ways.open(MachineId.random(), Program.thatIsReady()::start)).isTrue();
        assertThat(waiting.isAlive()).isTrue();
        hanging.end();
        waiting.join();
    }

    @Test
    void closeWhileItIsBeingOpenedLeavesItClosed() throws Exception {
        InternetWays ways = new InternetWays(LONG);
        Program program = new Program();
        Thread opening = Thread.ofVirtual().start(() -> ways.open(machine, program::start));
        program.asked.await();
        Thread closing = Thread.ofVirtual().start(() -> ways.close(machine));
        program.isReady();
        opening.join();
        closing.join();
        assertThat(ways.isOpen(machine)).isFalse();
    }

    @Test
    void reopenWhenItHasEndedByItselfOpensItAgain() throws Exception {
        InternetWays ways = new InternetWays(LONG);
        Program first = Program.thatIsReady();
        ways.open(machine, first::start);
        first.end();
        while (ways.isOpen(machine)) {
            Thread.onSpinWait();
        }
        ways.reopen(machine, Program.thatIsReady()::start);
        assertThat(ways.isOpen(machine)).isTrue();
    }

    @Test
    void reopenWhenItWasClosedOrNeverOpenLeavesItClosed() throws Exception {
        InternetWays ways = new InternetWays(LONG);
        Program unwanted = Program.thatIsReady();
        ways.reopen(machine, unwanted::start);
        assertThat(ways.isOpen(machine)).isFalse();
        ways.open(machine, Program.thatIsReady()::start);
        ways.close(machine);
        ways.reopen(machine, unwanted::start);
        assertThat(ways.isOpen(machine)).isFalse();
        assertThat(unwanted.asked.getCount()).isOne();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
