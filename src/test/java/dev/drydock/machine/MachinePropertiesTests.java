package dev.drydock.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class MachinePropertiesTests {

    @Test
    void diskThatIsTooSmallIsRefusedByNameWithItsValueAndTheRemedy() {
        assertThatThrownBy(() -> properties(DataSize.ofMegabytes(192), DataSize.ofMegabytes(511)))
                .hasMessage(
                        "drydock.machine.disk is 511MB; the images of a lesson need at least 512MB. Give that or more,"
                                + " such as 10GB.");
        assertThat(properties(DataSize.ofMegabytes(192), DataSize.ofMegabytes(512))
                        .disk())
                .isEqualTo(DataSize.ofMegabytes(512));
    }

    @Test
    void memoryThatIsTooSmallIsRefusedByNameWithItsValueAndTheRange() {
        assertThatThrownBy(() -> properties(DataSize.ofMegabytes(191), DataSize.ofGigabytes(10)))
                .hasMessage(
                        "drydock.machine.memory is 191MB; a Docker Engine needs at least 192MB to run a container.");
    }

    private static MachineProperties properties(DataSize memory, DataSize disk) {
        return new MachineProperties(null, memory, 2, 1024, disk, "drydock-machine");
    }
}
