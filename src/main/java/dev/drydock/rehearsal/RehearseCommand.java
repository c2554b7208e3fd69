package dev.drydock.rehearsal;

import dev.drydock.command.Console;
import dev.drydock.command.Refusal;
import dev.drydock.engine.Engine;
import dev.drydock.instance.DataDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code rehearse}. The launcher brings everything that is made on an engine and takes it away again; the server's command line comes in
 * the variable DRYDOCK_COMMAND, a word a line.
 */
@Command(name = "./drydock rehearse", description = "Plays a class on this host.")
public final class RehearseCommand implements Callable<Integer> {

    private static final double SHORTEST_MINUTES = 0.1;
    private static final double LONGEST_MINUTES = 24 * 60;

    @Option(names = "--learners", required = true, paramLabel = "N")
    int learners;

    @Option(names = "--minutes", defaultValue = "5", paramLabel = "M")
    double minutes = 5;

    @Option(names = "--pace", defaultValue = "60", paramLabel = "SECONDS")
    int pace = 60;

    @Option(names = "--json", paramLabel = "FILE")
    @Nullable
    Path json;

    @Option(names = "--kills", defaultValue = "0", paramLabel = "K")
    int kills;

    @Option(names = "--noise", defaultValue = "0", paramLabel = "K")
    int noise;

    @Option(names = "--data", required = true, hidden = true)
    @SuppressWarnings("NullAway.Init") // set before anything runs
    Path data;

    @Option(names = "--address", required = true, hidden = true)
    @SuppressWarnings("NullAway.Init")
    URI address;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init")
    CommandLine.Model.CommandSpec spec;

    /** Runs the command on the console and returns its exit code. */
    public static int run(String... arguments) {
        Console.silenceLogs();
        Console console = Console.ofThisProcess();
        return new CommandLine(new RehearseCommand())
                .setOverwrittenOptionsAllowed(true)
                .setOut(console.out())
                .setErr(console.err())
                .setExecutionExceptionHandler((failure, command, parsed) -> explain(console, failure))
                .execute(arguments);
    }

    private static int explain(Console console, Exception failure) throws Exception {
        if (failure instanceof Refusal refusal) {
            return console.refuse(refusal);
        }
        throw failure;
    }

    @Override
    public Integer call() throws IOException {
        between(learners, 1, 2_000, "--learners");
        if (!(minutes >= SHORTEST_MINUTES && minutes <= LONGEST_MINUTES)) {
            throw new Refusal(
                    "--minutes " + minutes + " is not possible",
                    "give a number from " + SHORTEST_MINUTES + " to " + LONGEST_MINUTES);
        }
        between(pace, 1, 3_600, "--pace");
        between(noise, 0, 1_000, "--noise");
        between(kills, 0, 100_000, "--kills");
        PrintWriter out = spec.commandLine().getOut();
        try (HttpClient client = Browser.client();
                ServerProcess server = new ServerProcess(command(), data, address, client)) {
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(server::close));
            server.start();
            Stage stage = new Stage(client, server, data, DataDirectory.idIn(data));
            if (noise > 0) {
                return new NoiseTrial(stage, out).hold(noise) ? 0 : 1;
            }
            if (kills > 0) {
                Engine engine = Engine.at(
                        Optional.ofNullable(System.getenv("DOCKER_HOST")).orElse("unix:///var/run/docker.sock"));
                return new CrashTrial(stage, engine, out).hold(learners, kills) ? 0 : 1;
            }
            Report report = new Rehearsal(stage, out)
                    .hold(learners, Duration.ofMillis((long) (minutes * 60_000)), Duration.ofSeconds(pace));
            report.print(out);
            if (json != null) {
                Files.writeString(json, JsonMapper.builder().build().writeValueAsString(report.inJson()) + "\n");
            }
            return report.passed() ? 0 : 1;
        }
    }

    private static List<String> command() {
        return Optional.ofNullable(System.getenv("DRYDOCK_COMMAND"))
                .orElseThrow(() -> new Refusal("nothing says how the server is started", "use ./drydock rehearse"))
                .lines()
                .toList();
    }

    private static void between(int value, int least, int most, String option) {
        if (value < least || value > most) {
            throw new Refusal(option + " " + value + " is not possible", "give a number from " + least + " to " + most);
        }
    }
}
