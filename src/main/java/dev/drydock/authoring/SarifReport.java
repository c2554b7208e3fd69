package dev.drydock.authoring;

import dev.drydock.lesson.Rule;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Findings in the form that code hosts and editors read (SARIF 2.1.0): one run of one tool, with the rules that it knows.
 * Files are named from where the author is.
 */
record SarifReport(String version, String $schema, List<Run> runs) {

    private static final String VERSION = "2.1.0";
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    record Run(Tool tool, List<Result> results, String columnKind) {}

    record Tool(Driver driver) {}

    record Driver(String name, List<ReportingDescriptor> rules) {}

    record ReportingDescriptor(String id) {}

    record Result(String ruleId, String level, Message message, List<Location> locations) {}

    record Message(String text) {}

    record Location(PhysicalLocation physicalLocation) {}

    record PhysicalLocation(ArtifactLocation artifactLocation, Region region) {}

    record ArtifactLocation(String uri) {}

    record Region(int startLine, int startColumn) {}

    static SarifReport of(List<Finding> findings) {
        Stream<String> ours = Stream.of(Rule.values()).map(Rule::id);
        Stream<String> others = findings.stream().map(Finding::rule);
        List<ReportingDescriptor> rules = Stream.concat(ours, others)
                .distinct()
                .map(ReportingDescriptor::new)
                .toList();
        Driver driver = new Driver("drydock lesson lint", rules);
        return new SarifReport(
                VERSION,
                SCHEMA,
                List.of(new Run(
                        new Tool(driver),
                        findings.stream().map(SarifReport::result).toList(),
                        "utf16CodeUnits")));
    }

    private static Result result(Finding finding) {
        PhysicalLocation place = new PhysicalLocation(
                new ArtifactLocation(uri(finding.file())), new Region(finding.line(), finding.column()));
        return new Result(
                finding.rule(), finding.severity(), new Message(finding.message()), List.of(new Location(place)));
    }

    /** A relative one stays relative: it is the reader who knows where the checkout lies. */
    private static String uri(String file) {
        if (Path.of(file).isAbsolute()) {
            return Path.of(file).toUri().toString();
        }
        try {
            return new URI(null, null, file, null).getRawPath();
        } catch (java.net.URISyntaxException e) {
            throw new IllegalArgumentException(file, e);
        }
    }
}
