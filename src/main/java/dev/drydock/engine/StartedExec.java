package dev.drydock.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.IntSupplier;

/** A command in a container, with its streams and a way to ask how it ended. */
record StartedExec(ProcessStream streams, IntSupplier exitCode) implements Engine.RunningCommand {

    @Override
    public ProcessResult finish(int keptBytes) {
        return finish(new byte[0], keptBytes);
    }

    private ProcessResult readToEnd(int keptBytes) {
        try (ProcessStream open = streams) {
            byte[] kept = open.stdout().readNBytes(keptBytes);
            long dropped = drain(open.stdout()) + open.stderrDropped();
            return new ProcessResult(exitCode.getAsInt(), kept, open.stderr(), dropped);
        } catch (IOException e) {
            throw new EngineException("The connection to a command broke off: " + e.getMessage(), e);
        }
    }

    @Override
    public ProcessResult finish(byte[] input, int keptBytes) {
        Thread.ofVirtual().name("input").start(() -> feed(input));
        return readToEnd(keptBytes);
    }

    @Override
    public void close() {
        streams.close();
    }

    private void feed(byte[] input) {
        try (OutputStream stdin = streams.stdin()) {
            stdin.write(input);
        } catch (IOException notWanted) {
            // The command has closed its input or has ended; how, its exit status tells.
        }
    }

    private static long drain(InputStream rest) throws IOException {
        byte[] waste = new byte[16 * 1024];
        long total = 0;
        for (int n; (n = rest.read(waste)) >= 0; ) {
            total += n;
        }
        return total;
    }
}
