package dev.drydock.internet;

import dev.drydock.engine.ContainerId;
import dev.drydock.engine.ContainerSpec;
import dev.drydock.engine.ContainerSpec.Limits;
import dev.drydock.engine.ContainerSpec.VolumeMount;
import dev.drydock.engine.ContainerSummary;
import dev.drydock.engine.Engine;
import dev.drydock.instance.InstanceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The egress proxy: in a container of its own, on a network where it is alone. Machines reach it by a unix socket in a volume, which only their
 * outer side sees, and it reaches nothing but public addresses.
 */
public class Internet {

    private static final String USER = "65532:65532";
    private static final String ROLE_LABEL = "dev.drydock.role";
    private static final String ROLE = "egress";
    private static final long MEMORY = 384L * 1024 * 1024;

    /** Of all machines together; each takes some 40 KB while it is used. */
    private static final int EVERYWHERE = 2000;

    private final Engine engine;
    private final InstanceId instance;
    private final InternetProperties properties;
    private final Supplier<HostAddresses> host;
    private final String image;

    Internet(Engine engine, InstanceId instance, InternetProperties properties, Supplier<HostAddresses> host) {
        this.engine = engine;
        this.instance = instance;
        this.properties = properties;
        this.host = host;
        String configured = properties.image();
        this.image = configured != null ? configured : "drydock/egress:" + instance;
    }

    /** The proxy of an instance on an engine; nothing is asked of it yet. */
    public static Internet on(Engine engine, InstanceId instance, InternetProperties properties) {
        return new Internet(engine, instance, properties, HostAddresses::ofThisHost);
    }

    /** Whether the host lets courses have the internet. */
    public boolean isAllowed() {
        return properties.allowed();
    }

    /**
     * Starts the proxy anew, by the settings of today; one that runs is ended with all its connections. Where the host does not allow the
     * internet, it is only ended.
     *
     * @throws InternetException where there is no image to start it from
     */
    public synchronized void start() {
        existing().forEach(container -> engine.remove(container.id()));
        if (!properties.allowed()) {
            return;
        }
        if (engine.imageLabels(image).isEmpty()) {
            throw new InternetException(
                    "There is no image " + image
                            + ". DRYDOCK_INTERNET_ALLOWED=true ./drydock up builds it, and allows the internet at the same time.");
        }
        engine.ensureNetwork(network(), labels());
        engine.ensureVolume(socketVolume(), Map.of(InstanceId.LABEL, instance.value()));
        engine.start(create());
    }

    /** Starts it again where it has ended by itself, and anew where there is none: it could not be made before, or somebody has removed it. */
    synchronized void tend() {
        List<ContainerSummary> existing = existing();
        if (existing.isEmpty()) {
            start();
            return;
        }
        existing.stream().filter(container -> !container.running()).forEach(container -> engine.start(container.id()));
    }

    List<ContainerSummary> existing() {
        return engine.containers(labels());
    }

    private Map<String, String> labels() {
        return Map.of(InstanceId.LABEL, instance.value(), ROLE_LABEL, ROLE);
    }

    private String network() {
        return instance.named("egress");
    }

    private String socketVolume() {
        return instance.named("internet-socket");
    }

    private ContainerId create() {
        return engine.create(ContainerSpec.of(image)
                .name(instance.named("egress"))
                .user(USER)
                .labels(labels())
                .environment(environment())
                .volumes(new VolumeMount(socketVolume(), "/internet", false))
                .network(network(), properties.nameServers())
                .limits(new Limits(OptionalLong.of(MEMORY), 1, 256))
                .readOnly()
                .build());
    }

    private List<String> environment() {
        // Asked now: the network's bridge gives the host one address more.
        HostAddresses here = host.get();
        List<String> own = new ArrayList<>(here.own());
        own.addAll(properties.alsoRefused());
        return List.of(
                "OWN=" + String.join(",", own),
                "ALLOWED=" + String.join(",", properties.alsoAllowed()),
                "NEIGHBOURS=" + String.join(",", here.neighbours()),
                "PORTS=" + properties.ports().stream().map(String::valueOf).collect(Collectors.joining(",")),
                "CONNECTIONS=" + properties.connections(),
                "EVERYWHERE=" + EVERYWHERE,
                "BANDWIDTH=" + properties.bandwidth().toBytes(),
                "SILENCE=" + properties.silence().toSeconds(),
                "TOTAL=" + properties.longest().toSeconds());
    }
}
