import dev.drydock.Drydock;
import dev.drydock.instance.InstanceId;
import dev.drydock.machine.Machine;
import dev.drydock.machine.Machines;
import dev.drydock.machine.Owner;
import dev.drydock.machine.Shell;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Warm starts by the server's own code, from nothing to a shell, in turn with the engine's command line running {@code true} in a container that
 * runs already; then a class that comes within five seconds. Prints "ours MS", "theirs MS", "prompt MS" and "class MS" lines; warm.py makes
 * the report.
 *
 * <p>Arguments: rounds, the size of the class, the engine's command line, then the server's own options.
 */
class Warm {

    private static final int WARM_UP = 3;
    private static final long ARRIVAL_MS = 5_000;
    private static final byte OPEN = 0x01;
    private static final byte OPENED = 0x11;
    private static final byte OUTPUT = 0x12;

    private final EngineCommand docker;
    private final Machines machines;
    private final InstanceId instance;

    Warm(EngineCommand docker, Machines machines, InstanceId instance) {
        this.docker = docker;
        this.machines = machines;
        this.instance = instance;
    }

    /** In milliseconds from the ask: the shell is open; its prompt has come. */
    private record Times(double shell, double prompt) {}

    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[0]);
        int size = Integer.parseInt(arguments[1]);
        String[] options = List.of(arguments).subList(3, arguments.length).toArray(String[]::new);
        try (ConfigurableApplicationContext server = SpringApplication.run(Drydock.class, options)) {
            Warm warm = new Warm(new EngineCommand(arguments[2]), server.getBean(Machines.class), server.getBean(InstanceId.class));
            warm.oneByOne(rounds, size);
            warm.wholeClass(size);
        }
    }

    private void oneByOne(int rounds, int size) throws Exception {
        for (int round = 0; round < rounds + WARM_UP; round++) {
            awaitSpares(size);
            Owner owner = new Owner("bench-" + round);
            Times ours = open(owner);
            awaitSpares(size);
            double theirs = exec(owner);
            machines.remove(owner);
            if (round >= WARM_UP) {
                System.out.printf("ours %.3f%nprompt %.3f%ntheirs %.3f%n", ours.shell(), ours.prompt(), theirs);
            }
        }
    }

    private void wholeClass(int size) throws Exception {
        awaitSpares(size);
        List<Future<Times>> coming = new ArrayList<>();
        try (ExecutorService room = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int learner = 0; learner < size; learner++) {
                Owner owner = new Owner("class-" + learner);
                coming.add(room.submit(() -> open(owner)));
                Thread.sleep(ARRIVAL_MS / size);
            }
        }
        for (Future<Times> learner : coming) {
            System.out.printf("class %.3f%n", learner.get().prompt());
        }
    }

    private Times open(Owner owner) throws IOException {
        long began = System.nanoTime();
        Machine machine = machines.open(owner);
        try (Shell shell = machine.openShell("bench")) {
            shell.send(ByteBuffer.allocate(21).put(OPEN).putShort((short) 80).putShort((short) 24).array());
            await(shell, OPENED);
            double opened = (System.nanoTime() - began) / 1e6;
            await(shell, OUTPUT);
            return new Times(opened, (System.nanoTime() - began) / 1e6);
        }
    }

    private static void await(Shell shell, byte type) throws IOException {
        byte[] frame;
        do {
            frame = shell.receive();
            if (frame == null) {
                throw new IOException("There is no shell. " + shell.complaint());
            }
        } while (frame[0] != type);
    }

    private double exec(Owner owner) throws Exception {
        String container = instance.named(machines.find(owner).orElseThrow().id() + "." + owner.value());
        String uid = docker.output("inspect", "-f", "{{index .Config.Labels \"dev.drydock.uid\"}}", container);
        long began = System.nanoTime();
        docker.output("exec", "-u", uid + ":" + uid, "-w", "/", container, "true");
        return (System.nanoTime() - began) / 1e6;
    }

    private void awaitSpares(int size) throws InterruptedException {
        while (machines.spares() < size) {
            Thread.sleep(20);
        }
    }
}
