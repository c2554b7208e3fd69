package dev.drydock.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.attempt.TaskState.Outcome;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Whatever a page, a module of the browser or the server says, it can say in both languages. */
class MessagesTests {

    private static final List<String> BUNDLES = List.of("messages", "messages/web", "messages/classroom");
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)");
    private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([a-z0-9.-]+)");
    private static final Pattern IN_JAVA = Pattern.compile("getMessage\\(\\s*\"([a-z0-9.-]*[a-z0-9])\"");
    private static final Pattern TEXT_CALL = Pattern.compile("\\btext\\(([^)]*)\\)");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z]+(?:-[a-z]+)+)\"");
    private static final Pattern LATER_TEXT = Pattern.compile("\"((?:check|code|save)-(?!fence)[a-z-]+)\"");
    private static final Pattern DATA = Pattern.compile("th:data-([a-z-]+)=\"#\\{([a-z.-]+)}\"");

    @ParameterizedTest
    @FieldSource("BUNDLES")
    void koreanAndEnglishHaveTheSameKeysWithTheSamePlaceholders(String bundle) throws IOException {
        Properties english = read(bundle + ".properties");
        Properties korean = read(bundle + "_ko.properties");

        assertThat(korean.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames()).allSatisfy(key -> {
            assertThat(placeholders(korean, key)).as(key).isEqualTo(placeholders(english, key));
            assertThat(korean.getProperty(key)).as(key).isNotBlank();
            assertThat(english.getProperty(key)).as(key).isNotBlank();
        });
    }

    @Test
    void koreanIsKorean() throws IOException {
        for (String bundle : BUNDLES) {
            Properties korean = read(bundle + "_ko.properties");
            assertThat(korean.stringPropertyNames())
                    .allSatisfy(
                            key -> assertThat(korean.getProperty(key)).as(key).containsPattern("\\p{IsHangul}"));
        }
    }

    @Test
    void textsWithValuesHaveNoStraightApostropheForMessageFormatToSwallow() throws IOException {
        Properties english = read("messages.properties");
        assertThat(english.stringPropertyNames())
                .filteredOn(key -> !placeholders(english, key).isEmpty())
                .isNotEmpty()
                .allSatisfy(key -> {
                    assertThat(english.getProperty(key)).as(key).doesNotContain("'");
                    assertThat(new MessageFormat(english.getProperty(key), Locale.ENGLISH))
                            .isNotNull();
                });
    }

    @Test
    void everyKeyInATemplateHasItsText() throws IOException {
        Set<String> used = found(IN_TEMPLATE, RESOURCES.resolve("templates"), ".html");
        for (Outcome outcome : Outcome.values()) {
            used.add("task.state." + outcome.word());
        }
        Arrays.stream(Outcome.values())
                .filter(outcome -> outcome != Outcome.OPEN)
                .forEach(outcome -> used.add("task.lead." + outcome.word()));
        assertThat(english()).containsAll(used);
    }

    @Test
    void everyKeyInTheServerHasItsText() throws IOException {
        Set<String> used = found(IN_JAVA, Path.of("src/main/java"), ".java");
        used.addAll(Set.of("task.docker-silent", "task.machine-silent"));
        assertThat(english()).containsAll(used);
    }

    @Test
    void everyTextOfTheBrowsersModulesIsOnThePageUnderItsName() throws IOException {
        String layout = Files.readString(RESOURCES.resolve("templates/web/layout-parts.html"));
        Set<String> given = DATA.matcher(layout)
                .results()
                .map(data -> data.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> used = found(LATER_TEXT, Path.of("static/lesson"), ".js");
        for (String directory : new String[] {"lesson", "page", "terminal"}) {
            used.addAll(textCalls(Path.of("static", directory)));
        }
        assertThat(given).isEqualTo(used);
        assertThat(DATA.matcher(layout).results())
                .allSatisfy(data -> assertThat(data.group(2).replace('.', '-')).isEqualTo(data.group(1)));
    }

    private static Set<String> textCalls(Path directory) throws IOException {
        Set<String> keys = new TreeSet<>();
        for (Path file : files(directory, ".js")) {
            TEXT_CALL
                    .matcher(Files.readString(file))
                    .results()
                    .flatMap(call -> LITERAL.matcher(call.group(1)).results())
                    .map(literal -> literal.group(1))
                    .forEach(keys::add);
        }
        return keys;
    }

    private static Set<String> found(Pattern pattern, Path directory, String ending) throws IOException {
        Set<String> keys = new TreeSet<>();
        for (Path file : files(directory, ending)) {
            pattern.matcher(Files.readString(file))
                    .results()
                    .map(match -> match.group(1))
                    .forEach(keys::add);
        }
        assertThat(keys).as("keys in %s", directory).isNotEmpty();
        return keys;
    }

    private static List<Path> files(Path directory, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private static Set<String> placeholders(Properties texts, String key) {
        return PLACEHOLDER
                .matcher(texts.getProperty(key))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> english() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (String bundle : BUNDLES) {
            keys.addAll(read(bundle + ".properties").stringPropertyNames());
        }
        return keys;
    }

    private static Properties read(String file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(file))) {
            texts.load(reader);
        }
        return texts;
    }
}
