package dev.drydock.instance;

import java.util.regex.Pattern;

/**
 * The id of one data directory: 12 lower-case hex digits. Every container, volume and image carries it in the label
 * {@code dev.drydock.instance}, so that several platforms on one engine never touch each other's.
 */
public record InstanceId(String value) {

    /** The label of everything that belongs to an instance. */
    public static final String LABEL = "dev.drydock.instance";

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{12}");

    public InstanceId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "An instance id is 12 hex digits, not '" + value + "'. Restore the file 'instance' of the data"
                            + " directory, or remove it to start as a new instance that knows no machines yet.");
        }
    }

    /** The name of something of this instance's own on an engine, such as {@code drydock-0123456789ab-mirror}. */
    public String named(String what) {
        return "drydock-" + value + "-" + what;
    }

    @Override
    public String toString() {
        return value;
    }
}
