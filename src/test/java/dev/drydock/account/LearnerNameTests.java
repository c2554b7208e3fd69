package dev.drydock.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.account.LearnerName.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LearnerNameTests {

    @ParameterizedTest
    @ValueSource(strings = {"A", "김민준", "José", "अनिल", "مريم", "क्‍ष", "🦀", "👩‍🔬 Lee", "O’Neill-Smith 3"})
    void nameInAnyScriptIsOne(String name) {
        assertThat(LearnerName.of(name).fault()).isEmpty();
        assertThat(LearnerName.of(name).text()).isEqualTo(name);
    }

    @Test
    void spacesAroundItAreNoPartOfIt() {
        assertThat(LearnerName.of(" \u3000Ada  Lovelace\u00a0").text()).isEqualTo("Ada Lovelace");
    }

    @Test
    void lettersInPartsArePutTogether() {
        assertThat(LearnerName.of("Jose\u0301").text()).isEqualTo("José");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000\u00a0"})
    void nothingIsEmpty(String name) {
        assertThat(LearnerName.of(name).fault()).contains(Fault.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A\nB",
                "A\u0000",
                "A\u202eB",
                "\u2067A",
                "A\u200b",
                "\u200d",
                "\u0301",
                "A\ufeff",
                "\ue000",
                "A\u2028B",
                "\ud800"
            })
    void whatCannotBeSeenOrTurnsTextAroundIsRefused(String name) {
        assertThat(LearnerName.of(name).fault()).contains(Fault.STRANGE_CHARACTERS);
    }

    @Test
    void fortyCharactersAreAllowedHoweverManyUnitsTheyTake() {
        assertThat(LearnerName.of("🦀".repeat(40)).fault()).isEmpty();
        assertThat(LearnerName.of("🦀".repeat(41)).fault()).contains(Fault.TOO_LONG);
    }
}
