package dev.drydock.machine;

import dev.drydock.engine.Engine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a learner does in tests that is too long for one line. */
final class Learner {

    private Learner() {}

    /** Runs a perl script, which must succeed, and returns what it prints. */
    static String perl(Machine machine, String script) {
        ExecResult result = machine.exec(List.of("perl", "-"), script.getBytes(StandardCharsets.UTF_8));
        if (!result.succeeded()) {
            throw new AssertionError(result.toString());
        }
        return result.stdout();
    }

    /** Brings an image of the host's engine into the machine's. */
    static void load(Machine machine, Engine engine, String image) {
        try (InputStream saved = engine.save(image)) {
            ExecResult result = machine.exec(List.of("docker", "load"), saved.readAllBytes());
            if (!result.succeeded()) {
                throw new AssertionError(result.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
