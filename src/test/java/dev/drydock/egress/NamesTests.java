package dev.drydock.egress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NamesTests {

    private final Names names = new Names(3, Names.COUNT - 1);

    @Test
    void addressOfWhenTheNameIsKeptReturnsTheSame() {
        int address = names.addressOf("a.example");
        assertThat(names.addressOf("b.example")).isNotEqualTo(address);
        assertThat(names.addressOf("a.example")).isEqualTo(address);
        assertThat(names.nameOf(address)).contains("a.example");
        assertThat(Names.isOurs(address)).isTrue();
    }

    @Test
    void nameOfWhenOthersHaveBeenAskedForSinceForgetsTheEldest() {
        int first = names.addressOf("a.example");
        int second = names.addressOf("b.example");
        names.addressOf("c.example");
        assertThat(names.nameOf(first)).contains("a.example");
        names.addressOf("d.example");
        assertThat(names.nameOf(second)).isEmpty();
        assertThat(names.nameOf(first)).contains("a.example");
    }

    @Test
    void addressOfNeverReturnsOneThatStandsForAnotherName() {
        int kept = names.addressOf("kept.example");
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < 70_000; i++) {
            int address = names.addressOf("n" + i + ".example");
            assertThat(address).isNotEqualTo(kept);
            assertThat(Names.isOurs(address)).isTrue();
            seen.add(address);
            names.nameOf(kept);
        }
        assertThat(seen).hasSize(65_533);
    }

    @Test
    void isOursWhenItIsElsewhereReturnsFalse() {
        assertThat(Names.isOurs(Names.NETWORK - 1)).isFalse();
        assertThat(Names.isOurs(Names.NETWORK + 65_536)).isFalse();
    }
}
