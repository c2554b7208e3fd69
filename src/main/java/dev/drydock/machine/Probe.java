package dev.drydock.machine;

import java.time.Duration;
import java.util.Map;

/**
 * A program that looks at a machine from outside: it sees the machine's Docker Engine and files, while the machine's owner, though root in
 * it, can neither see nor touch the program.
 *
 * @param script an executable file's content
 * @param language {@code en}, {@code ko}: of the messages it writes
 * @param variables further environment variables for it
 * @param engineOptional whether it runs even when the machine's Docker Engine does not answer; {@code docker} then fails in it at once
 * @param limit how long it may take
 */
public record Probe(
        byte[] script, String language, Map<String, String> variables, boolean engineOptional, Duration limit) {

    public Probe {
        script = script.clone();
        variables = Map.copyOf(variables);
    }
}
