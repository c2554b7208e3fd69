package dev.drydock.machine;

import dev.drydock.engine.ContainerSummary;
import java.util.Optional;

/**
 * A machine's container's name, which tells whose it is: an engine changes a name at one stroke and for good, and labels never. It is
 * {@code drydock-INSTANCE-MACHINE} while nobody has the machine, then {@code drydock-INSTANCE-MACHINE.OWNER}, and before that
 * {@code drydock-INSTANCE-MACHINE.OWNER.next} where the owner still has another.
 *
 * @param owner whose it is, if anybody's
 * @param next whether it is only promised
 */
record MachineName(String base, Optional<Owner> owner, boolean next) {

    private static final String NEXT = ".next";

    static MachineName of(ContainerSummary container) {
        String name = container.name();
        boolean next = name.endsWith(NEXT);
        String given = next ? name.substring(0, name.length() - NEXT.length()) : name;
        int dot = given.indexOf('.');
        if (dot >= 0) {
            return new MachineName(given.substring(0, dot), Optional.of(new Owner(given.substring(dot + 1))), next);
        }
        return new MachineName(
                given, Optional.ofNullable(container.labels().get(Labels.OWNER)).map(Owner::new), next);
    }

    MachineName givenTo(Owner to) {
        return new MachineName(base, Optional.of(to), false);
    }

    MachineName promisedTo(Owner to) {
        return new MachineName(base, Optional.of(to), true);
    }

    @Override
    public String toString() {
        return base + owner.map(whose -> "." + whose).orElse("") + (next ? NEXT : "");
    }
}
