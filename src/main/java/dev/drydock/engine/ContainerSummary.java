package dev.drydock.engine;

import java.time.Instant;
import java.util.Map;

/**
 * A container as a listing shows it.
 *
 * @param id its id
 * @param name its name, without the leading slash
 * @param state {@code created}, {@code running}, {@code paused}, {@code restarting}, {@code exited} or {@code dead}
 * @param image the image it was created from, by name or id
 * @param created when, in whole seconds
 * @param labels all its labels
 */
public record ContainerSummary(
        ContainerId id, String name, String state, String image, Instant created, Map<String, String> labels) {

    public ContainerSummary {
        labels = Map.copyOf(labels);
    }

    public boolean running() {
        return state.equals("running");
    }

    public boolean paused() {
        return state.equals("paused");
    }
}
