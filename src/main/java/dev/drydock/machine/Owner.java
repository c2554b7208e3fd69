package dev.drydock.machine;

/**
 * Whose a machine is, in the container's label {@code dev.drydock.owner}. A machine does not know what an owner is; whoever asks for
 * machines gives each person one name.
 *
 * @param value 1 to 64 letters, digits and dashes
 */
public record Owner(String value) {

    public Owner {
        if (!value.matches("[A-Za-z0-9-]{1,64}")) {
            throw new IllegalArgumentException(
                    "An owner is named by 1 to 64 letters, digits and dashes, not '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
