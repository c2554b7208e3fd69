package dev.drydock.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.journey.Host;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The unit for systemd, as systemd itself judges it. */
@Tag("contract")
class ServiceUnitTests {

    private static final String IMAGE = Host.image("DRYDOCK_RECIPES_IMAGE", "drydock/recipes:dev");

    @Test
    void unitIsUnderstoodWithoutARemark() {
        assertThat(
                        inside(
                                "mkdir /opt/drydock && install -m 755 /dev/null /opt/drydock/drydock && printf '[Service]\\nExecStart=/bin/true\\n'"
                                        + " > /etc/systemd/system/docker.service && systemd-analyze verify --man=no /unit/drydock.service"))
                .isEmpty();
    }

    @Test
    void unitIsHardenedToALowExposure() {
        assertThat(inside("systemd-analyze security --offline=true --threshold=20 /unit/drydock.service | tail -n 1"))
                .singleElement()
                .asString()
                .contains("OK");
    }

    private static List<String> inside(String command) {
        return Host.docker(
                "run",
                "--rm",
                "--network",
                "none",
                "-v",
                System.getProperty("user.dir") + "/src/deploy:/unit:ro",
                IMAGE,
                "sh",
                "-c",
                "set -o pipefail; " + command);
    }
}
