package dev.drydock.machine;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How many machines there are and how long they live, from {@code drydock.machines.*}.
 *
 * @param spares how many are started ahead for learners to come
 * @param most how many learners may have one; 0 for as many as the host has room for
 * @param atOnce how many are made at the same time; who comes meanwhile waits in line
 * @param patience how long somebody waits in line before they are told that there is no room
 * @param pauseAfter a machine is paused when no learner has been at it for this long
 * @param stopAfter and stopped after this long
 * @param expireAfter and its learner is warned when it has been stopped for this long; 0 keeps it for good
 * @param grace and it is removed this long after the warning
 * @param courseFactor how many times as long as these four a course may ask for
 * @param reserveMemory what the host must keep available after another machine was made
 * @param reserveDisk the same of the disk that the engine keeps its data on
 * @param reserveProcesses the same of the processes and threads that the kernel allows
 */
@Validated
@ConfigurationProperties("drydock.machines")
public record MachinesProperties(
        @DefaultValue("0") @Min(0) @Max(1000) int spares,
        @DefaultValue("0") @Min(0) int most,
        @DefaultValue("4") @Min(1) @Max(100) int atOnce,
        @DefaultValue("2m") Duration patience,
        @DefaultValue("20m") Duration pauseAfter,
        @DefaultValue("3h") Duration stopAfter,
        @DefaultValue("30d") Duration expireAfter,
        @DefaultValue("2d") Duration grace,
        @DefaultValue("4") @Min(1) @Max(100) int courseFactor,
        @DefaultValue("384MB") DataSize reserveMemory,
        @DefaultValue("1GB") DataSize reserveDisk,
        @DefaultValue("1024") @Min(0) long reserveProcesses) {

    /** A terminal tells every 15 seconds that somebody is there. */
    private static final Duration SHORTEST_REST = Duration.ofMinutes(1);

    public MachinesProperties {
        if (pauseAfter.compareTo(SHORTEST_REST) < 0) {
            throw new IllegalArgumentException("drydock.machines.pause-after is " + pauseAfter.toSeconds()
                    + " s, but open terminals report only every 15 s. Give at least " + SHORTEST_REST.toSeconds()
                    + "s.");
        }
        if (stopAfter.compareTo(pauseAfter) < 0) {
            throw new IllegalArgumentException("drydock.machines.stop-after (" + stopAfter.toSeconds()
                    + " s) is shorter than drydock.machines.pause-after (" + pauseAfter.toSeconds()
                    + " s). Give the same or more.");
        }
        notNegative("patience", patience);
        notNegative("expire-after", expireAfter);
        notNegative("grace", grace);
    }

    private static void notNegative(String name, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(
                    "drydock.machines." + name + " is " + value.toSeconds() + " s. Give 0 or more, such as 30m or 7d.");
        }
    }
}
