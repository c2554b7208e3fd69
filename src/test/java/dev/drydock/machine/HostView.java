package dev.drydock.machine;

import dev.drydock.engine.ContainerId;
import dev.drydock.engine.ContainerSpec;
import dev.drydock.engine.Engine;
import dev.drydock.engine.Engine.Command;
import dev.drydock.engine.Engine.RunningCommand;
import dev.drydock.engine.ProcessResult;
import dev.drydock.instance.InstanceId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The processes of a machine as its host sees them: with the ids and capabilities that they really have. */
final class HostView implements AutoCloseable {

    /** Whoever looks is in the picture; this is nobody else's uid. */
    private static final int OBSERVER = 65534;

    private static final String IDS = OBSERVER + ":" + OBSERVER;

    private final Engine engine;
    private final ContainerId observer;

    HostView(Engine engine, ContainerId machine, InstanceId instance) {
        this.engine = engine;
        this.observer = engine.create(ContainerSpec.of(MachineRoom.machineImage())
                .user(IDS)
                .entrypoint("sleep", "3600")
                .labels(Map.of(InstanceId.LABEL, instance.value()))
                .pidNamespaceOf(machine)
                .build());
        engine.start(observer);
    }

    /** One process. */
    record Seen(int pid, String name, TreeSet<Integer> ids, long capabilities, boolean noNewPrivileges) {

        /** Whether it runs in the outer root: as the machine's own host uid. */
        boolean isOuter() {
            return ids.first() >= 2_070_000;
        }
    }

    /** What runs at this moment, the observer apart. */
    List<Seen> processes() {
        // One program for all of them: there may be very many. What ends meanwhile is no longer there.
        String script = "cat /proc/[0-9]*/status 2>/dev/null; true";
        try (RunningCommand command = engine.run(observer, Command.of(IDS, "sh", "-c", script))) {
            ProcessResult result = command.finish(4 * 1024 * 1024);
            List<Seen> seen = new ArrayList<>();
            for (String status : result.stdoutText().split("(?m)^(?=Name:)")) {
                Seen process = parse(status);
                if (!process.ids().contains(OBSERVER)) {
                    seen.add(process);
                }
            }
            return seen;
        }
    }

    long countOf(String name) {
        return processes().stream()
                .filter(process -> process.name().equals(name))
                .count();
    }

    @Override
    public void close() {
        engine.remove(observer);
    }

    private static Seen parse(String status) {
        Map<String, String> fields = new HashMap<>();
        status.lines().forEach(line -> {
            int colon = line.indexOf(':');
            fields.put(line.substring(0, colon), line.substring(colon + 1).strip());
        });
        TreeSet<Integer> ids = new TreeSet<>();
        for (String field : List.of("Uid", "Gid", "Groups")) {
            Arrays.stream(fields.getOrDefault(field, "").split("\\s+"))
                    .filter(id -> !id.isEmpty())
                    .map(Integer::valueOf)
                    .forEach(ids::add);
        }
        long capabilities = 0;
        for (String field : List.of("CapInh", "CapPrm", "CapEff", "CapAmb")) {
            capabilities |= Long.parseUnsignedLong(fields.getOrDefault(field, "0"), 16);
        }
        return new Seen(
                Integer.parseInt(fields.getOrDefault("Pid", "0")),
                fields.getOrDefault("Name", ""),
                ids,
                capabilities,
                fields.getOrDefault("NoNewPrivs", "0").equals("1"));
    }
}
