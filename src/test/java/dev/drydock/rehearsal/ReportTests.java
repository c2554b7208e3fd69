package dev.drydock.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.rehearsal.Timings.Spread;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportTests {

    @Test
    void spreadOfAHundredTimesHasItsPercentilesByRank() {
        Spread spread = Spread.of(
                LongStream.rangeClosed(1, 100).map(ms -> ms * 1_000_000).boxed().toList());

        assertThat(spread).isEqualTo(new Spread(100, 50, 95, 99, 100));
    }

    @Test
    void spreadOfOneTimeIsThatTime() {
        assertThat(Spread.of(List.of(7_000_000L))).isEqualTo(new Spread(1, 7, 7, 7, 7));
    }

    @ParameterizedTest
    @EnumSource
    void stepInWhichAnActionTakesItsBoundFallsShortOfNothing(Action action) {
        assertThat(step(10, action, action.bound()).shortcomings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void stepInWhichAnActionTakesLongerSaysWhichAndHowLong(Action action) {
        Duration longer = action.bound().plusMillis(1);

        assertThat(step(10, action, longer).shortcomings())
                .containsExactly(action.words() + " p" + action.percentile() + " is " + longer.toMillis() + " ms, over "
                        + action.bound().toMillis());
    }

    @Test
    void stepInWhichSomethingFailedFallsShort() {
        Timings timings = new Timings();
        timings.addMishap("no echo");

        assertThat(step(10, timings).shortcomings()).containsExactly("1 actions failed");
    }

    @Test
    void carriedIsTheLastStepBeforeTheFirstThatFallsShort() {
        Report report = report(fine(10), slow(20), fine(30));

        assertThat(report.carried()).isEqualTo(10);
        assertThat(report.passed()).isFalse();
        assertThat(printed(report))
                .contains("It bends at 20 learners: echo p99 is 5000 ms, over 100")
                .endsWith("verdict: this host carries 10 learners\n");
    }

    @Test
    void verdictWhenNothingFallsShortSaysThatMoreWereNotTried() {
        assertThat(printed(report(fine(10), fine(20))))
                .endsWith("verdict: this host carries 20 learners; more were not tried\n");
    }

    @Test
    void verdictWhenTheFirstStepFallsShortNamesIt() {
        assertThat(printed(report(slow(10), slow(20)))).endsWith("verdict: this host does not carry 10 learners\n");
    }

    @Test
    void timingsOfAStepAreTheWholesAsWell() {
        Timings whole = new Timings();
        Timings step = new Timings(whole);

        step.add(Action.ECHO, Duration.ofMillis(3));
        step.addMishap("no echo");

        assertThat(whole.figures()).isEqualTo(step.figures());
        assertThat(whole.figures().spreads()).containsOnlyKeys(Action.ECHO);
        assertThat(whole.figures().words()).containsExactly("1 × no echo");
    }

    private static Step fine(int learners) {
        return step(learners, Action.ECHO, Duration.ofMillis(1));
    }

    private static Step slow(int learners) {
        return step(learners, Action.ECHO, Duration.ofSeconds(5));
    }

    private static Step step(int learners, Action action, Duration time) {
        Timings timings = new Timings();
        timings.add(action, time);
        return step(learners, timings);
    }

    private static Step step(int learners, Timings timings) {
        return new Step(learners, timings.figures(), 50, 1_000, 300);
    }

    private static Report report(Step... steps) {
        return new Report(List.of(steps), new Timings().figures(), 8_000, 50);
    }

    private static String printed(Report report) {
        StringWriter text = new StringWriter();
        report.print(new PrintWriter(text));
        return text.toString();
    }
}
