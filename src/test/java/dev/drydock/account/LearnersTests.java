package dev.drydock.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LearnersTests {

    @Test
    void justMeIsTheSameLearnerEachTime(@TempDir Path directory) {
        Learners learners = new Learners(Database.in(directory), InstantSource.system());
        Learner me = learners.justMe();

        assertThat(learners.justMe()).isEqualTo(me);
        assertThat(new Learners(Database.in(directory), InstantSource.system()).justMe())
                .isEqualTo(me);
        assertThat(me.name()).isEqualTo("Learner");
    }

    @Test
    void findReturnsWhoIsThere(@TempDir Path directory) {
        Learners learners = new Learners(Database.in(directory), InstantSource.system());
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
