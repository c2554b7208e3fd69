package dev.drydock.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The room that the Linux host itself says it has, where the server can see it; what it cannot see, such as the disk of an engine elsewhere, is
 * taken for enough.
 */
final class HostCapacity implements Capacity {

    private static final Pattern AVAILABLE = Pattern.compile("(?m)^MemAvailable:\\s+(\\d+) kB$");
    private static final Pattern THREADS = Pattern.compile("\\d+/(\\d+)");

    private final MachinesProperties properties;
    private final Path proc;
    private final Path engineData;

    /**
     * @param proc where the kernel's files are, usually {@code /proc}
     * @param engineData where the engine keeps its data; need not be there
     */
    HostCapacity(MachinesProperties properties, Path proc, Path engineData) {
        this.properties = properties;
        this.proc = proc;
        this.engineData = engineData;
    }

    @Override
    public Optional<Shortage> shortage() {
        if (availableMemory() < properties.reserveMemory().toBytes()) {
            return Optional.of(Shortage.MEMORY);
        }
        if (usableDisk() < properties.reserveDisk().toBytes()) {
            return Optional.of(Shortage.DISK);
        }
        if (freeProcesses() < properties.reserveProcesses()) {
            return Optional.of(Shortage.PROCESSES);
        }
        return Optional.empty();
    }

    private long availableMemory() {
        Matcher line = AVAILABLE.matcher(read("meminfo"));
        return line.find() ? Long.parseLong(line.group(1)) * 1024 : Long.MAX_VALUE;
    }

    private long usableDisk() {
        try {
            return Files.isDirectory(engineData)
                    ? Files.getFileStore(engineData).getUsableSpace()
                    : Long.MAX_VALUE;
        } catch (IOException unseen) {
            return Long.MAX_VALUE;
        }
    }

    private long freeProcesses() {
        Matcher counted = THREADS.matcher(read("loadavg"));
        return counted.find() ? mostProcesses() - Long.parseLong(counted.group(1)) : Long.MAX_VALUE;
    }

    private long mostProcesses() {
        return Math.min(number("sys/kernel/pid_max"), number("sys/kernel/threads-max"));
    }

    private long number(String file) {
        String text = read(file).strip();
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : Long.MAX_VALUE;
    }

    private String read(String file) {
        try {
            return Files.readString(proc.resolve(file));
        } catch (IOException unseen) {
            return "";
        }
    }
}
