package dev.drydock.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.drydock.instance.EachDatabase;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LearnersTests {

    @ParameterizedTest
    @EnumSource(EachDatabase.class)
    void justMeIsTheSameLearnerEachTime(EachDatabase kind, @TempDir Path directory) {
        Learners learners = new Learners(kind.open(directory), InstantSource.system());
        Learner me = learners.justMe();

        assertThat(learners.justMe()).isEqualTo(me);
        assertThat(new Learners(kind.open(directory), InstantSource.system()).justMe())
                .isEqualTo(me);
        assertThat(me.name()).isEqualTo("Learner");
    }

    @ParameterizedTest
    @EnumSource(EachDatabase.class)
    void findReturnsWhoIsThere(EachDatabase kind, @TempDir Path directory) {
        Learners learners = new Learners(kind.open(directory), InstantSource.system());
        Learner me = learners.justMe();

        assertThat(learners.find(me.id())).contains(me);
        assertThat(learners.find(LearnerId.random())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "0123456789ABCDEF0123456789ABCDEF", "../../../../../../../../etc/passwd"})
    void idWhenNotOfOurMakingIsRefused(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> new LearnerId(id));
    }

    @Test
    void learnerOfPrincipalIsTheOneSignedIn() {
        Learner learner = new Learner(LearnerId.random(), "Ada");

        assertThat(SignedInLearner.of(new SignedInLearner(learner))).isEqualTo(learner);
    }

    @Test
    void learnerOfNobodyIsRefused() {
        assertThatIllegalStateException().isThrownBy(() -> SignedInLearner.of(null));
        assertThatIllegalStateException().isThrownBy(() -> SignedInLearner.of(() -> "mallory"));
    }
}
