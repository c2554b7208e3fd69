package dev.drydock.engine;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.BadRequestException;
import com.github.dockerjava.api.model.Version;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.core.RemoteApiVersion;
import com.github.dockerjava.httpclient5.ApacheDockerHttpClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * docker-java's clients for one engine: one that names no API version, to ask for the version, and one that speaks the version
 * agreed on. docker-java does not negotiate by itself.
 */
final class DockerClients {

    private final EngineSocket socket;
    private final ApacheDockerHttpClient transport;
    private final DockerClient unversioned;
    private volatile @Nullable Negotiated negotiated;

    private record Negotiated(DockerClient client, EngineVersion version) {}

    DockerClients(EngineSocket socket) {
        this.socket = socket;
        this.transport = new ApacheDockerHttpClient.Builder()
                .dockerHost(URI.create(socket.toString()))
                .maxConnections(200)
                .connectionTimeout(Duration.ofSeconds(5))
                // An engine that has stopped answering must not hold learners up for ever. Nothing asked takes this
                // long.
                .responseTimeout(Duration.ofMinutes(2))
                .build();
        this.unversioned = client(RemoteApiVersion.unknown());
    }

    DockerClient unversioned() {
        return unversioned;
    }

    DockerClient negotiated() {
        return agreed().client();
    }

    /** What stands before every path that is asked for by hand. */
    String pathPrefix() {
        return "/v" + agreed().version().api();
    }

    /** Has the version agreed on anew before the next question. */
    void forgetVersion() {
        negotiated = null;
    }

    /** Whether an engine has refused because it does not speak the version that was agreed on. */
    static boolean isAboutTheVersion(EngineException error) {
        return error.getCause() instanceof BadRequestException refusal
                && String.valueOf(refusal.getMessage()).contains("client version");
    }

    static boolean isConnectionFailure(Throwable error) {
        for (Throwable e = error; e != null; e = e.getCause()) {
            if (e instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    private Negotiated agreed() {
        Negotiated known = negotiated;
        if (known == null) {
            known = negotiate();
            negotiated = known;
        }
        return known;
    }

    private Negotiated negotiate() {
        try {
            Version answer = unversioned.versionCmd().exec();
            EngineVersion version = EngineVersion.negotiate(
                    String.valueOf(answer.getVersion()),
                    String.valueOf(answer.getApiVersion()),
                    String.valueOf(answer.getMinAPIVersion()));
            RemoteApiVersion api =
                    RemoteApiVersion.create(version.api().major(), version.api().minor());
            return new Negotiated(client(api), version);
        } catch (EngineException e) {
            throw e;
        } catch (RuntimeException e) {
            throw EngineUnreachableException.at(socket, e);
        }
    }

    private DockerClient client(RemoteApiVersion version) {
        DefaultDockerClientConfig config = DefaultDockerClientConfig.createDefaultConfigBuilder()
                .withDockerHost(socket.toString())
                .withDockerTlsVerify(false)
                .withApiVersion(version)
                .build();
        return DockerClientImpl.getInstance(config, transport);
    }
}
