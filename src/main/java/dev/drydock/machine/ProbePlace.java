package dev.drydock.machine;

/**
 * A place beside a machine for many probes, one after another. Each finds it empty, but they share a container, so that one which left
 * something running could disturb the next: meant for probes whose author is the one who asks.
 */
public interface ProbePlace extends Prober, AutoCloseable {

    @Override
    void close();
}
