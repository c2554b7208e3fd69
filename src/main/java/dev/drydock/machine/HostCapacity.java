package dev.drydock.machine;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The room that the Linux host itself says it has, where the server can see it; what it cannot see, such as the disk of an engine elsewhere, is
 * taken for enough.
 */
final class HostCapacity implements Capacity {

    private static final Logger log = LoggerFactory.getLogger(HostCapacity.class);
    private static final int MOST_TEXT = 16 * 1024;
    private static final Pattern AVAILABLE = Pattern.compile("(?m)^MemAvailable:\\s+(\\d+) kB$");
    private static final Pattern THREADS = Pattern.compile("\\d+/(\\d+)");

    private final MachinesProperties properties;
    private final Path proc;
    private final HostDisk disk;
    private final AtomicReference<Optional<Shortage>> last = new AtomicReference<>(Optional.empty());

    /**
     * @param proc where the kernel's files are, usually {@code /proc}
     * @param disk where the engine keeps its data
     */
    HostCapacity(MachinesProperties properties, Path proc, HostDisk disk) {
        this.properties = properties;
        this.proc = proc;
        this.disk = disk;
    }

    @Override
    public Optional<Shortage> shortage() {
        Optional<Shortage> found = look();
        Optional<Shortage> before = last.getAndSet(found);
        if (!found.equals(before)) {
            found.ifPresentOrElse(
                    what -> log.warn("The host is short of {}: no machine is made until there is more", what),
                    () -> log.info("The host has enough of everything again"));
        }
        return found;
    }

    private Optional<Shortage> look() {
        if (availableMemory() < properties.reserveMemory().toBytes()) {
            return Optional.of(Shortage.MEMORY);
        }
        if (disk.free() < properties.reserveDisk().toBytes()) {
            return Optional.of(Shortage.DISK);
        }
        if (freeProcesses() < properties.reserveProcesses()) {
            return Optional.of(Shortage.PROCESSES);
        }
        return Optional.empty();
    }

    /** Bytes; {@link Long#MAX_VALUE} where that cannot be seen, as with what follows. */
    long availableMemory() {
        Matcher line = AVAILABLE.matcher(read("meminfo"));
        return line.find() ? Long.parseLong(line.group(1)) * 1024 : Long.MAX_VALUE;
    }

    long freeDisk() {
        return disk.free();
    }

    long freeProcesses() {
        Matcher counted = THREADS.matcher(read("loadavg"));
        return counted.find() ? mostProcesses() - Long.parseLong(counted.group(1)) : Long.MAX_VALUE;
    }

    /** What the kernel allows; package-private for a test that asks the kernel in another way. */
    long mostProcesses() {
        return Math.min(number("sys/kernel/pid_max"), number("sys/kernel/threads-max"));
    }

    private long number(String file) {
        String text = read(file).strip();
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : Long.MAX_VALUE;
    }

    /** At one go: of some of these files the kernel gives nothing to whoever reads them in pieces. */
    private String read(String file) {
        byte[] text = new byte[MOST_TEXT];
        try (FileInputStream in = new FileInputStream(proc.resolve(file).toFile())) {
            return new String(text, 0, Math.max(0, in.read(text)), StandardCharsets.US_ASCII);
        } catch (IOException unseen) {
            return "";
        }
    }
}
