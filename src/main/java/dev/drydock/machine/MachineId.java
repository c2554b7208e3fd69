package dev.drydock.machine;

import java.security.SecureRandom;
import java.util.HexFormat;

/** The id of a machine: 12 hex digits, in its container's label {@code dev.drydock.machine}. */
public record MachineId(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();

    public MachineId {
        if (!value.matches("[0-9a-f]{12}")) {
            throw new IllegalArgumentException("A machine id is 12 hex digits, not '" + value + "'");
        }
    }

    static MachineId random() {
        byte[] bytes = new byte[6];
        RANDOM.nextBytes(bytes);
        return new MachineId(HexFormat.of().formatHex(bytes));
    }

    @Override
    public String toString() {
        return value;
    }
}
