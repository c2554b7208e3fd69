package dev.drydock.internet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.engine.ContainerSummary;
import dev.drydock.instance.InstanceId;
import dev.drydock.machine.HostDocker;
import dev.drydock.machine.MachineRoom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.util.unit.DataSize;

/**
 * An egress proxy for one test class, and a world of its own: a network that counts as the internet, a name server, and hosts. Nothing of it is left
 * afterwards.
 */
final class InternetRoom implements BeforeAllCallback, AfterAllCallback {

    /** What the mirror offers is on the engine. */
    private static final String IMAGE = "python:3-alpine";

    private static final String SERVERS = """
            import http.server, os, socket, threading, time

            HERE = os.environ["HERE"]
            NAMES = dict(one.split("=") for one in os.environ["NAMES"].split())
            asked = {}

            def answer(query):
                labels, at = [], 12
                while query[at]:
                    labels.append(query[at + 1:at + 1 + query[at]].decode())
                    at += query[at] + 1
                question = query[12:at + 5]
                addresses = NAMES.get(".".join(labels).lower(), "").split(",")
                if addresses == [""]:
                    return query[:2] + b"\\x81\\x83\\0\\1\\0\\0\\0\\0\\0\\0" + question
                if question[-4:] != b"\\0\\1\\0\\1":
                    return query[:2] + b"\\x81\\x80\\0\\1\\0\\0\\0\\0\\0\\0" + question
                # One after another; the last one stays. No resolver may keep it.
                turn = asked.setdefault(labels[0], 0)
                asked[labels[0]] = turn + 1
                address = socket.inet_aton(addresses[min(turn, len(addresses) - 1)])
                return (query[:2] + b"\\x81\\x80\\0\\1\\0\\1\\0\\0\\0\\0" + question
                        + b"\\xc0\\x0c\\0\\1\\0\\1\\0\\0\\0\\0\\0\\4" + address)

            def names():
                server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
                server.bind((HERE, 53))
                while True:
                    query, whom = server.recvfrom(512)
                    server.sendto(answer(query), whom)

            class Page(http.server.BaseHTTPRequestHandler):
                def do_GET(self):
                    print("visit", self.path, flush=True)
                    if self.path.startswith("/to/"):
                        self.send_response(302)
                        self.send_header("Location", "http://" + self.path[4:])
                        self.send_header("Content-Length", "0")
                        self.end_headers()
                        return
                    size = int(self.path[6:]) if self.path.startswith("/size/") else 0
                    body = b"x" * size if size else ("host " + self.headers["Host"] + "\\n").encode()
                    self.send_response(200)
                    self.send_header("Content-Length", str(len(body)))
                    self.end_headers()
                    self.wfile.write(body)
                def log_message(self, *words):
                    pass

            def echo():
                server = socket.create_server((HERE, 443), backlog=200)
                while True:
                    visitor, _ = server.accept()
                    print("visit 443", flush=True)
                    threading.Thread(target=repeat, args=(visitor,), daemon=True).start()

            def repeat(visitor):
                while piece := visitor.recv(65536):
                    visitor.sendall(piece)
                visitor.close()

            threading.Thread(target=names, daemon=True).start()
            threading.Thread(target=echo, daemon=True).start()
            print("ready", flush=True)
            http.server.ThreadingHTTPServer((HERE, 80), Page).serve_forever()
            """;

    private final MachineRoom machines;
    private final int subnet = ThreadLocalRandom.current().nextInt(256);

    InternetRoom(MachineRoom machines) {
        this.machines = machines;
    }

    static String image() {
        return System.getenv().getOrDefault("DRYDOCK_EGRESS_IMAGE", "drydock/egress:dev");
    }

    /** An address of the network that counts as the internet, such as {@code 198.19.7.10}. */
    String address(int host) {
        return "198.19." + subnet + "." + host;
    }

    private String name(String what) {
        return machines.instance().named(what);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        assertThat(machines.engine().imageLabels(image()))
                .as(
                        "the image %s: build it (docker build --target egress -t %s .), or name another in DRYDOCK_EGRESS_IMAGE",
                        image(), image())
                .isPresent();
        HostDocker.run(
                "network",
                "create",
                "--subnet",
                address(0) + "/24",
                "--gateway",
                address(1),
                "--label",
                label(),
                name("world"));
        host("public", 10, names());
        host("hidden", 66, Map.of());
        HostDocker.run(
                "run",
                "-d",
                "--name",
                name("registry"),
                "--label",
                label(),
                "--network",
                name("world"),
                "--ip",
                address(5),
                "-e",
                "REGISTRY_HTTP_ADDR=:80",
                "registry:2");
    }

    /** What each name means, one after another. */
    private Map<String, String> names() {
        return Map.of(
                "example.test", address(10),
                "rebind.test", address(10) + "," + address(66),
                "private.test", "10.0.0.1",
                "metadata.test", "169.254.169.254",
                "gateway.test", address(1),
                "registry.test", address(5),
                "silent.test", address(99),
                "hidden.test", address(66));
    }

    private void host(String name, int number, Map<String, String> names) {
        StringBuilder known = new StringBuilder();
        names.forEach((one, addresses) ->
                known.append(one).append('=').append(addresses).append(' '));
        HostDocker.run(
                "run",
                "-d",
                "--name",
                name(name),
                "--label",
                label(),
                "--network",
                name("world"),
                "--ip",
                address(number),
                "-e",
                "HERE=" + address(number),
                "-e",
                "NAMES=" + known,
                IMAGE,
                "python3",
                "-u",
                "-c",
                SERVERS);
        while (!log(name).contains("ready")) {
            Thread.onSpinWait();
        }
    }

    private String label() {
        return InstanceId.LABEL + "=" + machines.instance().value();
    }

    /** What a host has said: a line for each visit. */
    private String log(String host) {
        return HostDocker.run("logs", name(host));
    }

    /** How often anybody has come to the host that is on that network and must not be reached. */
    long visitsToHidden() {
        return log("hidden").lines().filter(line -> line.startsWith("visit")).count();
    }

    /** The proxy, with the usual settings but for the network that counts as the internet: all of it is, save the hidden host. */
    Internet internet() {
        return internet(48, DataSize.ofMegabytes(50));
    }

    Internet internet(int connections, DataSize bandwidth) {
        InternetProperties properties = new InternetProperties(
                true,
                image(),
                List.of(80, 443),
                connections,
                bandwidth,
                Duration.ofMinutes(2),
                Duration.ofMinutes(10),
                List.of(address(0) + "/24"),
                List.of(address(66)),
                List.of(address(10)));
        return new Internet(
                machines.engine(),
                machines.instance(),
                properties,
                () -> new HostAddresses(List.of(address(1)), List.of()));
    }

    /** Starts it, and puts it into that network as well. */
    void start(Internet internet) {
        internet.start();
        ContainerSummary container = internet.existing().getFirst();
        HostDocker.run("network", "connect", name("world"), container.id().value());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Map<String, String> ours = Map.of(InstanceId.LABEL, machines.instance().value());
        machines.engine().containers(ours).forEach(container -> machines.engine()
                .remove(container.id()));
        machines.engine().networks(ours).forEach(machines.engine()::removeNetwork);
    }
}
