package dev.drydock.machine;

/**
 * How a program in a machine ended.
 *
 * @param exitCode its exit status; 127 when there is no such program
 * @param stdout what it wrote, as UTF-8
 * @param stderr what it complained, as UTF-8, at most 64 KiB
 */
public record ExecResult(int exitCode, String stdout, String stderr) {

    public boolean succeeded() {
        return exitCode == 0;
    }
}
