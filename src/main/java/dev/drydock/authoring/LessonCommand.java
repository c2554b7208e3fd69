package dev.drydock.authoring;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import dev.drydock.engine.EngineException;
import dev.drydock.machine.MachineException;
import dev.drydock.mirror.MirrorException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** The commands for those who write lessons. They need no server; only {@code test} needs the engine. */
@Command(
        name = "./drydock lesson",
        description = "Tools for those who write lessons.",
        mixinStandardHelpOptions = false,
        synopsisSubcommandLabel = "lint|test|new|stamp",
        subcommands = {LintCommand.class, TestCommand.class, NewCommand.class, StampCommand.class})
public final class LessonCommand implements Runnable {

    /** Everything is as it should be. */
    static final int FINE = 0;

    /** There is something to put right. */
    static final int PROBLEMS = 1;

    /** The command could not do its work. */
    static final int REFUSED = 2;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set before anything runs
    CommandLine.Model.CommandSpec spec;

    @CommandLine.Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = CommandLine.ScopeType.INHERIT,
            description = "This page.")
    boolean help;

    /** Runs the command on the console and returns its exit code. */
    public static int run(String... arguments) {
        ((LoggerContext) LoggerFactory.getILoggerFactory())
                .getLogger(Logger.ROOT_LOGGER_NAME)
                .setLevel(Level.OFF);
        return commandLine(console(FileDescriptor.out), console(FileDescriptor.err))
                .execute(arguments);
    }

    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return new CommandLine(new LessonCommand())
                .setOut(out)
                .setErr(err)
                .setUsageHelpAutoWidth(true)
                .setUsageHelpLongOptionsMaxWidth(28)
                .setExecutionExceptionHandler(LessonCommand::explain);
    }

    /** Lessons are UTF-8, whatever the console's locale says. */
    private static PrintWriter console(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    private static int explain(Exception failure, CommandLine command, ParseResult arguments) throws Exception {
        switch (failure) {
            case Refusal refusal -> say(command, String.valueOf(refusal.getMessage()), refusal.remedy());
            case EngineException e -> say(command, String.valueOf(e.getMessage()), "");
            case MirrorException e -> say(command, String.valueOf(e.getMessage()), "");
            case MachineException e -> say(command, String.valueOf(e.getMessage()), "");
            default -> throw failure;
        }
        return REFUSED;
    }

    private static void say(CommandLine command, String what, String remedy) {
        command.getErr().println("drydock: " + what);
        if (!remedy.isEmpty()) {
            command.getErr().println("  What to do: " + remedy);
        }
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
