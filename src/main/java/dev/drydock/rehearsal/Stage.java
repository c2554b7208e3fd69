package dev.drydock.rehearsal;

import dev.drydock.account.Enrolment;
import dev.drydock.instance.InstanceId;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a piece is played: a server that runs, and the data directory that is the rehearsal's own.
 *
 * @param client what all learners' browsers share
 */
record Stage(HttpClient client, ServerProcess server, Path data, InstanceId instance) {

    /** Adds learners; each has a browser that is signed in. */
    List<Browser> enrol(int learners) {
        return Enrolment.enrol(learners, data, instance).stream()
                .map(cookie -> new Browser(client, server.address(), cookie))
                .toList();
    }
}
