package dev.drydock.machine;

import dev.drydock.engine.Engine;
import dev.drydock.instance.InstanceId;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Machines on the Docker Engine of this host. */
@Configuration(proxyBeanMethods = false)
class MachineConfiguration {

    private static final Path APPARMOR = Path.of("/sys/module/apparmor/parameters/enabled");

    @Bean
    Machines machines(
            MachineRuntime runtime,
            Owners owners,
            WarmPool pool,
            MachinesProperties properties,
            Capacity capacity,
            Usage usage,
            DiskLedger disks,
            MeterRegistry registry) {
        return new Machines(
                runtime,
                owners,
                pool,
                new Admission(properties.atOnce(), properties.patience(), new SteadyTime()),
                new Room(properties.most(), capacity),
                usage,
                disks,
                MachineMetrics.startTimes(registry));
    }

    @Bean
    DiskLedger diskLedger(MachineProperties properties) {
        return new DiskLedger(new DiskLimit(properties.disk().toBytes()), new SteadyTime());
    }

    /** @param elsewhere a directory on the engine's disk, for a server that does not see the engine's own; empty: ask the engine */
    @Bean
    HostDisk hostDisk(Engine engine, @Value("${drydock.engine.data-root:}") String elsewhere) {
        return new HostDisk(
                () -> Path.of(elsewhere.isEmpty() ? engine.dataDirectory() : elsewhere),
                task -> Thread.ofVirtual().name("host-disk").start(task));
    }

    /** Half of what is kept in reserve from new machines is for those that there are. */
    @Bean
    DiskWatch diskWatch(Machines machines, DiskLedger disks, HostDisk host, MachinesProperties properties) {
        return new DiskWatch(
                machines,
                disks,
                new DiskTrend(
                        host::free,
                        properties.reserveDisk().toBytes() / 2,
                        disks.limit().bytes() / 10,
                        new SteadyTime()),
                new SteadyTime(),
                task -> Thread.ofVirtual().name("disk").start(task));
    }

    @Bean
    WarmPool warmPool(MachineRuntime runtime, Capacity capacity, MachinesProperties properties) {
        return new WarmPool(runtime, capacity, properties.spares());
    }

    @Bean
    Usage usage() {
        return new Usage(new SteadyTime());
    }

    @Bean
    HostCapacity capacity(MachinesProperties properties, HostDisk disk) {
        return new HostCapacity(properties, Path.of("/proc"), disk);
    }

    @Bean
    Vitals vitals(MachineRuntime runtime, HostCapacity host) {
        return new Vitals(runtime, host, new SteadyTime());
    }

    @Bean
    MachineMetrics machineMetrics(Vitals vitals, Machines machines) {
        return new MachineMetrics(vitals, machines);
    }

    @Bean
    Idling idling(Machines machines, Usage usage, MachinesProperties properties, IdleWishes wishes) {
        IdleTimes usual = new IdleTimes(
                properties.pauseAfter(), properties.stopAfter(), properties.expireAfter(), properties.grace());
        return new Idling(
                machines,
                usage,
                owner -> usual.granting(wishes.of(owner), properties.courseFactor()),
                InstantSource.system());
    }

    @Bean
    MachineRuntime machineRuntime(Engine engine, InstanceId instance, MachineProperties properties) {
        return runtime(engine, instance, properties);
    }

    static MachineRuntime runtime(Engine engine, InstanceId instance, MachineProperties properties) {
        return new DockerMachineRuntime(
                engine, new MachineBlueprint(instance, properties, securityOptions(properties)));
    }

    static List<String> securityOptions(MachineProperties properties) {
        List<String> options = new ArrayList<>();
        options.add("seccomp=" + seccompProfile());
        if (appArmorIsOn()) {
            options.add("apparmor=" + properties.apparmor());
        }
        return options;
    }

    private static String seccompProfile() {
        try (InputStream profile = MachineConfiguration.class.getResourceAsStream("seccomp.json")) {
            if (profile == null) {
                throw new IllegalStateException("seccomp.json is not in the jar; without it no machine is started");
            }
            return new String(profile.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean appArmorIsOn() {
        try {
            return Files.exists(APPARMOR) && Files.readString(APPARMOR).startsWith("Y");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
