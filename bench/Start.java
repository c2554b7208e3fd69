import dev.drydock.Drydock;
import dev.drydock.machine.Machine;
import dev.drydock.machine.Machines;
import dev.drydock.machine.Owner;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts machines in turn by the server's own code and by the engine's command line with the same image and flags, each to the first
 * answer of the machine's Docker Engine. Prints "ours MS" and "theirs MS" lines; start.py makes the report.
 *
 * <p>Arguments: rounds, the engine's command line, the image, the seccomp profile, then the server's own options.
 */
class Start {

    private static final int WARM_UP = 2;

    private final EngineCommand docker;
    private final String image;
    private final String seccomp;
    private final Machines machines;

    Start(EngineCommand docker, String image, String seccomp, Machines machines) {
        this.docker = docker;
        this.image = image;
        this.seccomp = seccomp;
        this.machines = machines;
    }

    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[0]);
        String[] options = List.of(arguments).subList(4, arguments.length).toArray(String[]::new);
        try (ConfigurableApplicationContext server = SpringApplication.run(Drydock.class, options)) {
            Start start = new Start(new EngineCommand(arguments[1]), arguments[2], arguments[3], server.getBean(Machines.class));
            for (int round = 0; round < rounds + WARM_UP; round++) {
                double ours = start.byTheServer(round);
                double theirs = start.byTheCommandLine(round);
                if (round >= WARM_UP) {
                    System.out.printf("ours %.3f%ntheirs %.3f%n", ours, theirs);
                }
            }
        }
    }

    private double byTheServer(int round) {
        Owner owner = new Owner("bench-" + round);
        long started = System.nanoTime();
        Machine machine = machines.open(owner);
        double spent = (System.nanoTime() - started) / 1e6;
        if (machine.state() != Machine.State.RUNNING) {
            throw new IllegalStateException("The machine does not run");
        }
        machines.remove(owner);
        return spent;
    }

    private double byTheCommandLine(int round) throws Exception {
        String uid = Integer.toString(2_169_000 + round);
        String name = "drydock-bench-" + ProcessHandle.current().pid() + "-" + round;
        docker.output("volume", "create", name);
        docker.output("volume", "create", name + "-mirror");
        try {
            long started = System.nanoTime();
            List<String> create = new ArrayList<>(List.of("run", "-d", "--name", name, "--network", "none"));
            create.addAll(List.of("--hostname", "lab", "--user", "0:0", "-e", "OWNER=" + uid));
            create.addAll(List.of("--cap-drop", "ALL", "--cap-add", "SETUID", "--cap-add", "SETGID"));
            create.addAll(List.of("--security-opt", "seccomp=" + seccomp, "--security-opt", "systempaths=unconfined"));
            create.addAll(List.of("-v", name + "-mirror:/mirror:ro", "-v", name + ":/data"));
            create.addAll(List.of("--memory", "1g", "--memory-swap", "1g", "--cpus", "2", "--pids-limit", "1024"));
            create.addAll(List.of("--log-driver", "local", image));
            docker.output(create.toArray(String[]::new));
            docker.output("exec", "-u", uid + ":" + uid, "-w", "/", name, "machine-enter", "ready", "--timeout", "30");
            return (System.nanoTime() - started) / 1e6;
        } finally {
            docker.output("rm", "-fv", name);
            docker.output("volume", "rm", name, name + "-mirror");
        }
    }
}
