package dev.drydock.engine;

import java.nio.charset.StandardCharsets;

/**
 * How a process ended and what it wrote.
 *
 * @param exitCode its exit status
 * @param stdout what it wrote to standard output, up to the bound that was asked for
 * @param stderr likewise standard error
 * @param droppedBytes how much more it wrote beyond the bounds
 */
public record ProcessResult(int exitCode, byte[] stdout, byte[] stderr, long droppedBytes) {

    public boolean succeeded() {
        return exitCode == 0;
    }

    public String stdoutText() {
        return new String(stdout, StandardCharsets.UTF_8);
    }

    public String stderrText() {
        return new String(stderr, StandardCharsets.UTF_8);
    }
}
