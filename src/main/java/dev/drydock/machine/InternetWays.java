package dev.drydock.machine;

import dev.drydock.engine.Engine.RunningCommand;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ways to the internet that are open. Each is a program ({@code machine-internet}) on the outer side of a machine that lives as long as
 * its input, so that none outlives this server.
 */
final class InternetWays {

    private static final Logger log = LoggerFactory.getLogger(InternetWays.class);
    private static final byte[] READY = "ready\n".getBytes(StandardCharsets.US_ASCII);

    private final Map<MachineId, Way> ways = new ConcurrentHashMap<>();
    private final Set<MachineId> wanted = ConcurrentHashMap.newKeySet();

    /**
     * Opens it, or leaves it as it is.
     *
     * @return whether it is open
     */
    boolean open(MachineId machine, Supplier<RunningCommand> program) {
        wanted.add(machine);
        return ways.compute(machine, (id, was) -> was != null && was.isOpen() ? was : Way.begin(id, program.get()))
                != null;
    }

    void close(MachineId machine) {
        wanted.remove(machine);
        Way way = ways.remove(machine);
        if (way != null) {
            way.close();
        }
    }

    boolean isOpen(MachineId machine) {
        Way way = ways.get(machine);
        return way != null && way.isOpen();
    }

    /** Whether it was opened and not closed, though it may have ended meanwhile with its machine. */
    boolean isWanted(MachineId machine) {
        return wanted.contains(machine);
    }

    private static final class Way {

        private final RunningCommand program;
        private volatile boolean open = true;

        private Way(RunningCommand program) {
            this.program = program;
        }

        static @Nullable Way begin(MachineId machine, RunningCommand program) {
            try {
                InputStream said = program.streams().stdout();
                if (Arrays.equals(said.readNBytes(READY.length), READY)) {
                    Way way = new Way(program);
                    Thread.ofVirtual().name("internet-" + machine).start(way::follow);
                    return way;
                }
            } catch (IOException e) {
                log.debug("The engine said no more: {}", e.toString());
            }
            log.warn(
                    "Machine {} gets no way to the internet. {}",
                    machine,
                    program.streams().stderrText().strip());
            program.close();
            return null;
        }

        private void follow() {
            try {
                program.streams().stdout().transferTo(OutputStream.nullOutputStream());
            } catch (IOException brokenOff) {
                log.debug("A way to the internet broke off: {}", brokenOff.toString());
            } finally {
                open = false;
                program.close();
            }
        }

        boolean isOpen() {
            return open;
        }

        /** The end of its input is its end; what it says last need not be waited for. */
        void close() {
            open = false;
            try {
                program.streams().stdin().close();
            } catch (IOException gone) {
                program.close();
            }
        }
    }
}
