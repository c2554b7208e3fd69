package dev.drydock.rehearsal;

import dev.drydock.command.Refusal;
import dev.drydock.engine.ContainerSummary;
import dev.drydock.engine.Engine;
import dev.drydock.instance.InstanceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an instance has on the host at one moment: counted before and after, it shows what has leaked.
 *
 * @param containers by state and role, how many
 * @param volumes how many
 * @param networks how many
 * @param processes in those containers that belong to Drydock and not to a learner, by name, how many
 * @param descriptors that the server has open
 * @param threads of the server
 */
record Belongings(
        Map<String, Integer> containers,
        int volumes,
        int networks,
        Map<String, Integer> processes,
        int descriptors,
        int threads) {

    private static final String ROLE = "dev.drydock.role";

    /** Programs of the machine's outer root. A learner's processes come and go as learners like. */
    private static final Set<String> OURS =
            Set.of("shell-holder", "machine-enter", "machine-init", "machine-mount", "nsenter");

    static Belongings of(Engine engine, InstanceId instance, long serverPid) {
        Map<String, String> label = Map.of(InstanceId.LABEL, instance.value());
        List<ContainerSummary> there = engine.containers(label);
        Map<String, Integer> containers = new TreeMap<>();
        there.forEach(container -> containers.merge(
                container.state() + " " + container.labels().getOrDefault(ROLE, "without a role"), 1, Integer::sum));
        Set<String> ids =
                there.stream().map(container -> container.id().value()).collect(Collectors.toSet());
        return new Belongings(
                containers,
                engine.volumes(label).size(),
                engine.networks(label).size(),
                processes(ids),
                entries("/proc/" + serverPid + "/fd"),
                entries("/proc/" + serverPid + "/task"));
    }

    private static Map<String, Integer> processes(Set<String> containers) {
        Map<String, Integer> found = new TreeMap<>();
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            all.filter(path -> path.getFileName().toString().chars().allMatch(Character::isDigit))
                    .filter(process -> containers.stream().anyMatch(read(process.resolve("cgroup"))::contains))
                    .map(process -> read(process.resolve("comm")).strip())
                    .filter(OURS::contains)
                    .forEach(name -> found.merge(name, 1, Integer::sum));
        } catch (IOException e) {
            throw new Refusal("/proc cannot be read: " + e.getMessage(), "run this on Linux");
        }
        return found;
    }

    /** Of a process that has ended meanwhile there is nothing to read. */
    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }

    private static int entries(String directory) {
        try (Stream<Path> all = Files.list(Path.of(directory))) {
            return (int) all.count();
        } catch (IOException e) {
            throw new Refusal(
                    directory + " cannot be read: " + e.getMessage(), "run this as the server's user, on Linux");
        }
    }

    /** What is more now than it was before; nothing if nothing has leaked. */
    Set<String> beyond(Belongings before, int slack) {
        Set<String> more = new TreeSet<>();
        more(before.containers, containers, "containers", more);
        more(before.processes, processes, "processes", more);
        if (volumes > before.volumes) {
            more.add("volumes: " + volumes + " instead of " + before.volumes);
        }
        if (networks > before.networks) {
            more.add("networks: " + networks + " instead of " + before.networks);
        }
        if (descriptors > before.descriptors + slack) {
            more.add("open files of the server: " + descriptors + " instead of " + before.descriptors);
        }
        if (threads > before.threads + slack) {
            more.add("threads of the server: " + threads + " instead of " + before.threads);
        }
        return more;
    }

    private static void more(Map<String, Integer> before, Map<String, Integer> now, String what, Set<String> more) {
        now.forEach((name, count) -> {
            int then = before.getOrDefault(name, 0);
            if (count > then) {
                more.add(what + " (" + name + "): " + count + " instead of " + then);
            }
        });
    }
}
