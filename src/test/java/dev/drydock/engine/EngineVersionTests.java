package dev.drydock.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.engine.EngineVersion.Api;
import org.junit.jupiter.api.Test;

class EngineVersionTests {

    @Test
    void negotiateWhenEngineIsOlderThanWeKnowSpeaksTheEnginesVersion() {
        assertThat(EngineVersion.negotiate("20.10.24", "1.41", "1.12").api()).isEqualTo(new Api(1, 41));
    }

    @Test
    void negotiateWhenEngineIsNewerThanWeKnowSpeaksTheNewestWeKnow() {
        assertThat(EngineVersion.negotiate("29.0.1", "1.52", "1.44").api()).isEqualTo(EngineVersion.NEWEST);
    }

    @Test
    void negotiateComparesMinorVersionsAsNumbers() {
        assertThatThrownBy(() -> EngineVersion.negotiate("1.11", "1.9", "1.1"))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("too old");
    }

    @Test
    void negotiateWhenEngineIsTooOldNamesBothVersionsAndTheRemedy() {
        assertThatThrownBy(() -> EngineVersion.negotiate("19.03.15", "1.40", "1.12"))
                .isInstanceOf(EngineException.class)
                .hasMessage("Engine 19.03.15 is too old: it speaks API 1.40, Drydock needs 1.41."
                        + " Install Docker Engine 20.10 or newer.");
    }

    @Test
    void negotiateWhenEngineHasMovedOnSaysSo() {
        assertThatThrownBy(() -> EngineVersion.negotiate("40.0.0", "1.80", "1.60"))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("no longer speaks API 1.44")
                .hasMessageContaining("Upgrade Drydock");
    }

    @Test
    void negotiateWhenVersionIsNoNumberSaysSo() {
        assertThatThrownBy(() -> EngineVersion.negotiate("?", "null", "null"))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("'null'");
    }
}
