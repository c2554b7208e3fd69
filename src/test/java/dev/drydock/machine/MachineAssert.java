package dev.drydock.machine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/** What can and cannot be done inside a machine, by a learner who is root in it. */
final class MachineAssert extends AbstractAssert<MachineAssert, Machine> {

    private MachineAssert(Machine machine) {
        super(machine, MachineAssert.class);
    }

    static MachineAssert assertThat(Machine machine) {
        return new MachineAssert(machine);
    }

    /** The script succeeds. */
    MachineAssert can(String script) {
        ExecResult result = run(script);
        if (!result.succeeded()) {
            failWithMessage("Expected the machine to be able to run%n  %s%nbut it ended with %s", script, result);
        }
        return this;
    }

    /** The script fails, and not for want of a program: that would protect nobody. */
    MachineAssert cannot(String script) {
        ExecResult result = run(script);
        if (result.succeeded()) {
            failWithMessage("Expected the machine to be unable to run%n  %s%nbut it was: %s", script, result);
        }
        if (result.exitCode() == 126 || result.exitCode() == 127) {
            failWithMessage("This attempt was none, a program is missing:%n  %s%n%s", script, result);
        }
        return this;
    }

    /** The script succeeds and prints this. */
    MachineAssert says(String expected, String script) {
        ExecResult result = run(script);
        if (!result.succeeded() || !result.stdout().strip().equals(expected)) {
            failWithMessage("Expected “%s” from%n  %s%nbut got %s", expected, script, result);
        }
        return this;
    }

    /** What the script prints. */
    static String output(Machine machine, String script) {
        ExecResult result = machine.exec(List.of("bash", "-c", script), new byte[0]);
        if (!result.succeeded()) {
            throw new AssertionError("Failed: " + script + "\n" + result);
        }
        return result.stdout().strip();
    }

    /** Writes a file in the machine. */
    static void write(Machine machine, String path, byte[] content) {
        ExecResult result = machine.exec(List.of("sh", "-c", "cat > \"$0\"", path), content);
        if (!result.succeeded()) {
            throw new AssertionError("Cannot write " + path + ": " + result);
        }
    }

    static void write(Machine machine, String path, String content) {
        write(machine, path, content.getBytes(StandardCharsets.UTF_8));
    }

    private ExecResult run(String script) {
        isNotNull();
        return actual.exec(List.of("bash", "-c", script), new byte[0]);
    }
}
