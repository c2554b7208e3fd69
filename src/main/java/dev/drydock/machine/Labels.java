package dev.drydock.machine;

import dev.drydock.engine.ContainerSummary;
import dev.drydock.instance.InstanceId;

/** The labels that tell, without any database, whose every container and volume is. */
final class Labels {

    static final String INSTANCE = InstanceId.LABEL;
    static final String MACHINE = "dev.drydock.machine";
    /** On machines that were made before their names told whose they are. */
    static final String OWNER = "dev.drydock.owner";

    static final String UID = "dev.drydock.uid";
    static final String ROLE = "dev.drydock.role";
    static final String MACHINE_ROLE = "machine";
    static final String PROBE_ROLE = "probe";

    private Labels() {}

    static String of(ContainerSummary container, String label) {
        String value = container.labels().get(label);
        if (value == null) {
            throw new MachineException(
                    "Container " + container.name() + " lacks the label " + label
                            + ", so nobody knows whose it is. Remove it: docker rm -f " + container.name(),
                    null);
        }
        return value;
    }
}
