package dev.drydock.machine;

import dev.drydock.engine.ContainerId;
import dev.drydock.engine.Engine;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What nobody needs any more and the engine did not remove, because it was away or refused: it is tried again until it is gone. A server that
 * starts finds the rest by its labels.
 */
final class Leftovers {

    private static final Logger log = LoggerFactory.getLogger(Leftovers.class);

    private final Engine engine;
    private final Set<ContainerId> containers = new LinkedHashSet<>();
    private final Set<String> volumes = new LinkedHashSet<>();
    private final Map<Object, String> told = new LinkedHashMap<>();

    Leftovers(Engine engine) {
        this.engine = engine;
    }

    /** Removes a container, now or later. */
    void remove(ContainerId container) {
        if (!tryTo(container, () -> engine.remove(container))) {
            add(containers, container);
        }
    }

    /** Removes a container, and then the volume that it used, now or later. */
    void remove(ContainerId container, String volume) {
        remove(container);
        removeVolume(volume);
    }

    /** Removes a volume, now or later. */
    void removeVolume(String volume) {
        if (!tryTo(volume, () -> engine.removeVolume(volume))) {
            add(volumes, volume);
        }
    }

    /** Tries what is left once more: containers first, for as long as one is there its volume cannot go. */
    void retry() {
        for (ContainerId container : copyOf(containers)) {
            if (tryTo(container, () -> engine.remove(container))) {
                drop(containers, container);
            }
        }
        for (String volume : copyOf(volumes)) {
            if (tryTo(volume, () -> engine.removeVolume(volume))) {
                drop(volumes, volume);
            }
        }
    }

    /** What stays wrong is told once. */
    private boolean tryTo(Object what, Runnable removal) {
        try {
            removal.run();
            return true;
        } catch (RuntimeException e) {
            String why = String.valueOf(e.getMessage());
            synchronized (this) {
                if (!why.equals(told.put(what, why))) {
                    log.error("{} is left over and is removed as soon as that is possible. {}", what, why);
                }
            }
            return false;
        }
    }

    private synchronized <T> List<T> copyOf(Set<T> left) {
        return List.copyOf(left);
    }

    private synchronized <T> void add(Set<T> left, T one) {
        left.add(one);
    }

    private synchronized void drop(Set<?> left, Object one) {
        left.remove(one);
        told.remove(one);
    }
}
