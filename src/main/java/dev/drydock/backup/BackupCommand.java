package dev.drydock.backup;

import dev.drydock.command.Console;
import dev.drydock.command.Refusal;
import dev.drydock.instance.DataDirectoryException;
import dev.drydock.instance.DatabaseNote;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code backup} and {@code restore}, which need neither a server nor an engine. */
@Command(name = "./drydock", synopsisSubcommandLabel = "backup|restore")
public final class BackupCommand {

    private final PrintWriter out;

    BackupCommand(PrintWriter out) {
        this.out = out;
    }

    /** Runs the command on the console and returns its exit code: 0 if it is done, 2 if nothing has changed. */
    public static int run(String... arguments) {
        Console.silenceLogs();
        return run(Console.ofThisProcess(), arguments);
    }

    static int run(Console console, String... arguments) {
        return new CommandLine(new BackupCommand(console.out()))
                .setOut(console.out())
                .setErr(console.err())
                .setExecutionExceptionHandler((failure, command, parsed) -> explain(console, failure))
                .execute(arguments);
    }

    @Command(name = "backup", description = "Writes all that an instance keeps in its data directory into one file.")
    void backup(
            @Option(names = "--data", required = true, paramLabel = "DIR") Path data,
            @Parameters(paramLabel = "FILE") Path file)
            throws IOException {
        Manifest made = new Backup(data).writeTo(file);
        out.println("Written: " + file + " (" + made.sums().size() + " files of instance " + made.instance() + ").");
        Optional<String> elsewhere = DatabaseNote.in(data);
        out.println((elsewhere.isPresent() ? "It holds keys" : "It holds people, progress and keys")
                + ": keep it as safe as a password. What learners have in their machines is not in it.");
        elsewhere.ifPresent(database -> out.println("PEOPLE AND PROGRESS ARE NOT IN IT: they are in " + database
                + ". Keep them as well, with PostgreSQL's own program:\n  pg_dump --format=custom --file=drydock.dump --username=USER '"
                + forPrograms(database) + "'"));
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
        done.elsewhere()
                .ifPresent(database -> out.println("People and progress are not in it: they are in " + database
                        + ". To have them as they were, too, put back the dump that belongs to it:\n"
                        + "  pg_restore --clean --if-exists --no-owner --username=USER --dbname='"
                        + forPrograms(database)
                        + "' drydock.dump"));
        out.println("./drydock up starts it. Machines that are still on this computer's engine are found again;"
                + " who has none gets a new one, and keeps all progress.");
    }

    /** As PostgreSQL's programs want it, which know nothing of Java. */
    private static String forPrograms(String database) {
        return database.replaceFirst("^jdbc:", "");
    }

    private static int explain(Console console, Exception failure) throws Exception {
        return switch (failure) {
            case Refusal refusal -> console.refuse(refusal);
            case DataDirectoryException e -> console.refuse(String.valueOf(e.getMessage()), "");
            case IOException e ->
                console.refuse(
                        "a file cannot be read or written: " + e,
                        "check the disk's free space and the directory's rights; nothing has changed");
            default -> throw failure;
        };
    }
}
