package dev.drydock.backup;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import dev.drydock.instance.DataDirectoryException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code backup} and {@code restore}, which need neither a server nor an engine. */
@Command(name = "./drydock", synopsisSubcommandLabel = "backup|restore")
public final class BackupCommand {

    private static final int REFUSED = 2;

    private final PrintWriter out;

    BackupCommand(PrintWriter out) {
        this.out = out;
    }

    /** Runs the command on the console and returns its exit code: 0 if it is done, 2 if nothing has changed. */
    public static int run(String... arguments) {
        ((LoggerContext) LoggerFactory.getILoggerFactory())
                .getLogger(Logger.ROOT_LOGGER_NAME)
                .setLevel(Level.OFF);
        return run(console(FileDescriptor.out), console(FileDescriptor.err), arguments);
    }

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new BackupCommand(out))
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((failure, command, parsed) -> explain(err, failure))
                .execute(arguments);
    }

    @Command(name = "backup", description = "Writes all that an instance keeps outside the engine into one file.")
    void backup(
            @Option(names = "--data", required = true, paramLabel = "DIR") Path data,
            @Parameters(paramLabel = "FILE") Path file)
            throws IOException {
        Manifest made = new Backup(data).writeTo(file);
        out.println("Written: " + file + " (" + made.sums().size() + " files of instance " + made.instance() + ").");
        out.println("It holds people, progress and keys: keep it as safe as a password. What learners have in their"
                + " machines is not in it.");
    }

    @Command(name = "restore", description = "Puts a backup in place of what a data directory holds.")
    void restore(
            @Option(names = "--data", required = true, paramLabel = "DIR") Path data,
            @Parameters(paramLabel = "FILE") Path file)
            throws IOException {
        Restore.Done done = new Restore(data).readFrom(file);
        Manifest backup = done.manifest();
        out.println(
                "Restored: " + data + " is as it was at " + backup.made() + " (instance " + backup.instance() + ").");
        done.replaced().ifPresent(aside -> out.println("What was there before is kept in " + aside + "."));
        out.println("./drydock up starts it. Machines that are still on this computer's engine are found again;"
                + " who has none gets a new one, and keeps all progress.");
    }

    private static int explain(PrintWriter err, Exception failure) throws Exception {
        switch (failure) {
            case Refusal refusal -> {
                err.println("drydock: " + refusal.getMessage());
                err.println("  What to do: " + refusal.remedy());
            }
            case DataDirectoryException e -> err.println("drydock: " + e.getMessage());
            case IOException e -> {
                err.println("drydock: a file cannot be read or written: " + e);
                err.println(
                        "  What to do: check the disk's free space and the directory's rights; nothing has changed");
            }
            default -> throw failure;
        }
        return REFUSED;
    }

    private static PrintWriter console(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
