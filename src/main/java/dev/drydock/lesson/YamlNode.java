package dev.drydock.lesson;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A value in a YAML file that knows where it stands. Values are text, lists and maps, nothing else is constructed;
 * aliases and deep nesting, which only hostile files need here, are refused before anything is built.
 */
final class YamlNode {

    private static final int DEPTH_LIMIT = 8;
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setAllowDuplicateKeys(false).build();

    private final String file;
    private final Node node;

    private YamlNode(String file, Node node) {
        this.file = file;
        this.node = node;
    }

    /** The whole file, which has to be a map; empty where there is nothing in it. */
    static Optional<YamlNode> parse(String file, String text) throws BadFileException {
        try {
            refuseAliasesAndDepth(file, text);
            return new Compose(SETTINGS).composeString(text).map(node -> new YamlNode(file, node));
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
            throw bad(
                    file,
                    mark,
                    Rule.YAML_SYNTAX,
                    "This is not YAML: " + firstLine(e.getProblem()) + "." + remedy(e.getProblem()));
        } catch (YamlEngineException e) {
            throw bad(file, Optional.empty(), Rule.YAML_SYNTAX, "This is not YAML: " + firstLine(e.getMessage()) + ".");
        } catch (IllegalArgumentException e) {
            // What the parser says of !a%E, against its own rule.
            throw bad(
                    file,
                    Optional.empty(),
                    Rule.YAML_SYNTAX,
                    "This is not YAML: a tag (!name) is incomplete. Remove it.");
        }
    }

    /** The parser says what it saw; of the mistake that everybody makes once, also what to do. */
    private static String remedy(String problem) {
        return problem.startsWith("mapping values are not allowed here")
                ? " Put a text with a colon in it into quotes: title: \"Docker: the basics\"."
                : "";
    }

    private static void refuseAliasesAndDepth(String file, String text) throws BadFileException {
        int depth = 0;
        for (Event event : new Parse(SETTINGS).parseString(text)) {
            switch (event.getEventId()) {
                case Alias ->
                    throw bad(
                            file,
                            event.getStartMark(),
                            Rule.YAML_ALIAS,
                            "Aliases (*name) are not used here. Write it out.");
                case SequenceStart, MappingStart -> depth++;
                case SequenceEnd, MappingEnd -> depth--;
                default -> {}
            }
            if (depth > DEPTH_LIMIT) {
                throw bad(file, event.getStartMark(), Rule.NESTING, "This is nested too deeply. Make it flatter.");
            }
        }
    }

    /** The text of a scalar as it was written, never empty. */
    String text() throws BadFileException {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        throw bad(Rule.YAML_VALUE, "Write a text here.");
    }

    /** The elements of a list. */
    List<YamlNode> list() throws BadFileException {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .map(element -> new YamlNode(file, element))
                    .toList();
        }
        throw bad(Rule.YAML_VALUE, "Write a list here, for example [a, b].");
    }

    boolean isMap() {
        return node instanceof MappingNode;
    }

    /** The entries of a map with text keys. */
    Map<String, YamlNode> map() throws BadFileException {
        if (!(node instanceof MappingNode mapping)) {
            throw bad(Rule.YAML_VALUE, "Write 'key: value' lines here.");
        }
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = new YamlNode(file, tuple.getKeyNode()).text();
            if (entries.put(key, new YamlNode(file, tuple.getValueNode())) != null) {
                throw new YamlNode(file, tuple.getKeyNode())
                        .bad(Rule.YAML_KEY_TWICE, "'" + key + "' is here twice. Keep one.");
            }
        }
        return entries;
    }

    Problem problem(Rule rule, String message) {
        return problem(file, node.getStartMark(), rule, message);
    }

    BadFileException bad(Rule rule, String message) {
        return new BadFileException(problem(rule, message));
    }

    private static BadFileException bad(String file, Optional<Mark> mark, Rule rule, String message) {
        return new BadFileException(problem(file, mark, rule, message));
    }

    private static Problem problem(String file, Optional<Mark> mark, Rule rule, String message) {
        return mark.map(at -> new Problem(file, at.getLine() + 1, at.getColumn() + 1, rule, message))
                .orElseGet(() -> Problem.in(file, rule, message));
    }

    private static String firstLine(@Nullable String message) {
        return message == null
                ? "it cannot be read"
                : message.lines().findFirst().orElse("it cannot be read");
    }
}
