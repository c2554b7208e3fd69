package dev.drydock.machine;

import dev.drydock.engine.Engine.RunningCommand;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A way to the internet that is open, or has ended. */
final class InternetWay {

    private static final Logger log = LoggerFactory.getLogger(InternetWay.class);
    private static final byte[] READY = "ready\n".getBytes(StandardCharsets.US_ASCII);

    private final RunningCommand program;
    private volatile boolean open = true;

    private InternetWay(RunningCommand program) {
        this.program = program;
    }

    /**
     * Waits until the program says that it is ready; one that does not say so in time, because its machine is frozen or busy, is let go.
     *
     * @param program starts it
     * @return nothing where the machine gets none; the log says why
     */
    static Optional<InternetWay> begin(MachineId machine, Supplier<RunningCommand> program, Duration patience) {
        Executor threads =
                task -> Thread.ofVirtual().name("internet-" + machine).start(task);
        CompletableFuture<RunningCommand> started = CompletableFuture.supplyAsync(program, threads);
        CompletableFuture<Optional<InternetWay>> ready =
                started.thenApplyAsync(running -> awaitReady(machine, running), threads);
        try {
            return ready.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            log.warn(
                    "Machine {} gets no way to the internet. It took longer than {} ms.", machine, patience.toMillis());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        started.thenAccept(RunningCommand::close);
        return Optional.empty();
    }

    private static Optional<InternetWay> awaitReady(MachineId machine, RunningCommand program) {
        try {
            if (Arrays.equals(program.streams().stdout().readNBytes(READY.length), READY)) {
                InternetWay way = new InternetWay(program);
                Thread.ofVirtual().name("internet-" + machine).start(way::follow);
                return Optional.of(way);
            }
        } catch (IOException e) {
            log.debug("The engine said no more: {}", e.toString());
        }
        log.warn(
                "Machine {} gets no way to the internet. {}",
                machine,
                program.streams().stderrText().strip());
        program.close();
        return Optional.empty();
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
