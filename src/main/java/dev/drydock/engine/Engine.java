package dev.drydock.engine;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Docker Engine. Every method blocks, and throws {@link EngineUnreachableException} where nobody answers and
 * {@link EngineException} where the engine refuses.
 */
public interface Engine {

    /**
     * The engine that listens there; nothing is asked of it yet.
     *
     * @param address such as {@code unix:///var/run/docker.sock}
     */
    static Engine at(String address) {
        return new DockerEngine(EngineSocket.parse(address));
    }

    /** What the engine is; asked anew each time, so it also tells whether it is there. */
    EngineVersion version();

    /** The labels of an image, or nothing if there is no such image. */
    Optional<Map<String, String>> imageLabels(String image);

    /** The id of an image, such as {@code sha256:…}, or nothing if there is no such image. */
    Optional<String> imageId(String image);

    /** The image as {@code docker save} writes it. The caller closes it. */
    InputStream save(String image);

    /** Where the engine keeps its data, on its own host. */
    String dataDirectory();

    /** Makes the volume if there is none of that name. */
    void ensureVolume(String name, Map<String, String> labels);

    /**
     * Makes a volume that cannot become larger. The file system that the engine keeps volumes on must know quotas for directories; elsewhere
     * the engine refuses.
     *
     * @param bytes how large it may become
     */
    void createVolume(String name, Map<String, String> labels, long bytes);

    /** The names of all volumes that have all these labels. */
    List<String> volumes(Map<String, String> labels);

    /** Removes a volume; one that is not there is no error. */
    void removeVolume(String name);

    /**
     * Makes the network if there is none of that name: a bridge to the outside of the host, on which containers do not reach one another.
     *
     * @param name begins with {@code drydock-}
     */
    void ensureNetwork(String name, Map<String, String> labels);

    /** The names of all networks that have all these labels. */
    List<String> networks(Map<String, String> labels);

    /** Removes a network that no container is in; one that is not there is no error. */
    void removeNetwork(String name);

    /** Every container, running or not, that has all these labels; an empty value asks for the label whatever its value. */
    List<ContainerSummary> containers(Map<String, String> labels);

    /** The container as a listing shows it, or nothing if it is gone. */
    Optional<ContainerSummary> container(ContainerId id);

    /** Creates a container; it does not run yet. */
    ContainerId create(ContainerSpec spec);

    /** Starts a container; one that runs already is no error. */
    void start(ContainerId id);

    /** Asks the first process to end and kills what is left after that time. */
    void stop(ContainerId id, Duration patience);

    /** Gives a container another name. */
    void rename(ContainerId id, String name);

    /** Freezes every process of a running container; one that is frozen already is no error. */
    void pause(ContainerId id);

    /** Lets a frozen container go on; one that is not frozen is no error. */
    void unpause(ContainerId id);

    /** When a container that does not run ended, or nothing if it runs, never ran or is gone. */
    Optional<Instant> endedAt(ContainerId id);

    /** Kills and removes a container; one that is gone is no error. */
    void remove(ContainerId id);

    /** The last lines that a container wrote to its standard output and error. */
    String logTail(ContainerId id, int lines);

    /** The streams of a container's first process. Attach before {@link #start} to miss nothing. */
    ProcessStream attach(ContainerId id);

    /** Waits for a container to end and returns its exit status. */
    int awaitExit(ContainerId id);

    /** Starts a command in a running container and returns its streams. */
    RunningCommand run(ContainerId id, Command command);

    /**
     * A command to run in a container.
     *
     * @param user {@code uid:gid}
     * @param arguments the program and its arguments
     * @param environment {@code NAME=value} entries beside the container's own
     */
    record Command(String user, List<String> arguments, List<String> environment) {

        public Command {
            arguments = List.copyOf(arguments);
            environment = List.copyOf(environment);
        }

        public static Command of(String user, String... arguments) {
            return new Command(user, List.of(arguments), List.of());
        }
    }

    /** A command that has been started. Closing ends the connection to it, not the command. */
    interface RunningCommand extends AutoCloseable {

        ProcessStream streams();

        /** Reads to the end, keeping at most so many bytes of standard output, and returns how it ended. */
        ProcessResult finish(int keptBytes);

        /**
         * The same, with input that is written meanwhile: a command may answer before it has read all of it. One that does not want
         * all of it is no error.
         */
        ProcessResult finish(byte[] input, int keptBytes);

        @Override
        void close();
    }
}
