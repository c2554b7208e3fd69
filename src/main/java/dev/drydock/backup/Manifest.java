package dev.drydock.backup;

import dev.drydock.command.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What is in a backup, as its first entry {@code drydock-backup.properties} says.
 *
 * @param instance whose it is
 * @param made when, as an ISO-8601 time in UTC
 * @param schema the database's version, such as {@code 3}
 * @param sums each file's SHA-256 in hex, by its name
 */
record Manifest(String instance, String made, String schema, Map<String, String> sums) {

    static final String NAME = "drydock-backup.properties";

    private static final String FORMAT = "1";
    private static final String SUM = "sha256.";

    Manifest {
        sums = Map.copyOf(sums);
    }

    void write(OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder();
        Map<String, String> lines = new TreeMap<>(Map.of("instance", instance, "made", made, "schema", schema));
        sums.forEach((name, sum) -> lines.put(SUM + name, sum));
        text.append("format=").append(FORMAT).append('\n');
        lines.forEach((key, value) ->
                text.append(escaped(key)).append('=').append(value).append('\n'));
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    static Refusal damaged(String why) {
        return new Refusal(
                "this is not a whole backup of Drydock: " + why, "take another copy of it, or another backup");
    }

    /** @throws Refusal if it is not one that this version reads */
    static Manifest read(InputStream in) throws IOException {
        Properties lines = new Properties();
        try {
            lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw damaged("its " + NAME + " is not what it should be");
        }
        String format = lines.getProperty("format", "");
        if (!format.equals(FORMAT)) {
            throw new Refusal(
                    "the backup has the format '" + format + "', and this Drydock reads " + FORMAT + " only",
                    "restore it with the version of Drydock that made it, or a newer one");
        }
        Map<String, String> sums = new HashMap<>();
        for (String key : lines.stringPropertyNames()) {
            if (key.startsWith(SUM)) {
                sums.put(key.substring(SUM.length()), lines.getProperty(key));
            }
        }
        return new Manifest(
                lines.getProperty("instance", ""),
                lines.getProperty("made", ""),
                lines.getProperty("schema", ""),
                sums);
    }

    private static String escaped(String key) {
        return key.replaceAll("([ :=#!\\\\])", "\\\\$1");
    }
}
