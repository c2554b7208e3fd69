package dev.drydock.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One line of a check, and how it ends on the machine that {@code setup.sh} makes: as it stands in {@code helpers/*.txt}.
 *
 * @param call the line
 * @param expected by language, or {@code broken}: the words; nothing if it holds
 */
record HelperTrial(String call, Map<String, String> expected) {

    private static final Path DIRECTORY = Path.of("src/test/resources/helpers");

    HelperTrial {
        expected = Map.copyOf(expected);
    }

    boolean holds() {
        return expected.isEmpty();
    }

    boolean isBroken() {
        return expected.containsKey("broken");
    }

    boolean isNotYet() {
        return !holds() && !isBroken();
    }

    String words(String language) {
        return expected.getOrDefault(language, "");
    }

    /** All trials, by the file that they stand in. */
    static Map<String, List<HelperTrial>> all() {
        Map<String, List<HelperTrial>> trials = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(DIRECTORY, "*.txt")) {
            for (Path file : files) {
                trials.put(file.getFileName().toString(), parse(Files.readAllLines(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return trials;
    }

    static String setup() {
        try {
            return Files.readString(DIRECTORY.resolve("setup.sh"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<HelperTrial> parse(List<String> lines) {
        List<HelperTrial> trials = new ArrayList<>();
        String call = "";
        Map<String, String> expected = new TreeMap<>();
        for (String line : lines) {
            if (line.startsWith("> ")) {
                if (!call.isEmpty()) {
                    trials.add(new HelperTrial(call, expected));
                }
                call = line.substring(2);
                expected = new TreeMap<>();
            } else if (!line.equals("holds")) {
                String[] parts = line.split(": ", 2);
                expected.put(parts[0], parts[1]);
            }
        }
        trials.add(new HelperTrial(call, expected));
        return trials;
    }
}
