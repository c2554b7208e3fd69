package dev.drydock.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How the host is at one moment, from /proc.
 *
 * @param availableMiB memory that programs could still get
 * @param busyTicks processor time used since the host started, by everything
 * @param allTicks processor time there was
 * @param serverMiB the server's resident memory
 */
record HostReading(long availableMiB, long busyTicks, long allTicks, long serverMiB) {

    private static final long KIB_PER_MIB = 1024;

    static HostReading now(long serverPid) {
        long[] ticks = Stream.of(
                        read("/proc/stat").lines().findFirst().orElseThrow().split("\\s+"))
                .skip(1)
                .limit(8) // what guests used is in "user" already
                .mapToLong(Long::parseLong)
                .toArray();
        long all = 0;
        for (long tick : ticks) {
            all += tick;
        }
        long idle = ticks[3] + ticks[4];
        return new HostReading(
                field(read("/proc/meminfo"), "MemAvailable") / KIB_PER_MIB,
                all - idle,
                all,
                field(read("/proc/" + serverPid + "/status"), "VmRSS") / KIB_PER_MIB);
    }

    static long memoryMiB() {
        return field(read("/proc/meminfo"), "MemTotal") / KIB_PER_MIB;
    }

    /** Which share of the processors was used since an earlier reading, in per cent. */
    long busySince(HostReading earlier) {
        return 100 * (busyTicks - earlier.busyTicks) / Math.max(1, allTicks - earlier.allTicks);
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static long field(String text, String name) {
        Matcher line = Pattern.compile("(?m)^" + name + ":\\s+(\\d+) kB").matcher(text);
        if (!line.find()) {
            throw new IllegalStateException("There is no " + name);
        }
        return Long.parseLong(line.group(1));
    }
}
