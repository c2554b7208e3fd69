package dev.drydock.authoring;

import dev.drydock.command.Console;
import dev.drydock.command.Refusal;
import dev.drydock.engine.EngineException;
import dev.drydock.machine.MachineException;
import dev.drydock.mirror.MirrorException;
import java.io.PrintWriter;
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
    static final int REFUSED = Console.REFUSED;

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
        Console.silenceLogs();
        Console console = Console.ofThisProcess();
        return commandLine(console.out(), console.err()).execute(arguments);
    }

    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return new CommandLine(new LessonCommand())
                .setOut(out)
                .setErr(err)
                .setUsageHelpAutoWidth(true)
                .setUsageHelpLongOptionsMaxWidth(28)
                .setExecutionExceptionHandler(LessonCommand::explain);
    }

    private static int explain(Exception failure, CommandLine command, ParseResult arguments) throws Exception {
        Console console = new Console(command.getOut(), command.getErr());
        return switch (failure) {
            case Refusal refusal -> console.refuse(refusal);
            case EngineException e -> console.refuse(String.valueOf(e.getMessage()), "");
            case MirrorException e -> console.refuse(String.valueOf(e.getMessage()), "");
            case MachineException e -> console.refuse(String.valueOf(e.getMessage()), "");
            default -> throw failure;
        };
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
