package dev.drydock.machine;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What every machine is made of and what it may use, from {@code drydock.machine.*}.
 *
 * @param image the machine's image; by default {@code drydock/machine:INSTANCE}
 * @param memory memory and swap of all its processes together; an idle machine takes some 40 MiB
 * @param cpus processors
 * @param processes processes and threads
 * @param disk what it may take of the host's disk, images and containers of its Docker included
 * @param apparmor the AppArmor profile, used on hosts where AppArmor is on
 */
@Validated
@ConfigurationProperties("drydock.machine")
public record MachineProperties(
        @Nullable String image,
        @DefaultValue("1GB") DataSize memory,

        @DefaultValue("2") @DecimalMin("0.1") @DecimalMax("256")
        double cpus,

        @DefaultValue("1024") @Min(128) @Max(65536) long processes,
        @DefaultValue("10GB") DataSize disk,
        @DefaultValue("drydock-machine") @NotBlank String apparmor) {

    private static final DataSize LEAST = DataSize.ofMegabytes(192);
    private static final DataSize LEAST_DISK = DataSize.ofMegabytes(512);

    public MachineProperties {
        if (memory.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException("drydock.machine.memory is " + memory.toMegabytes()
                    + "MB; a Docker Engine needs at least " + LEAST.toMegabytes() + "MB to run a container.");
        }
        if (disk.compareTo(LEAST_DISK) < 0) {
            throw new IllegalArgumentException("drydock.machine.disk is " + disk.toMegabytes()
                    + "MB; the images of a lesson need at least " + LEAST_DISK.toMegabytes()
                    + "MB. Give that or more, such as 10GB.");
        }
    }
}
