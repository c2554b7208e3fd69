package dev.drydock.authoring;

import dev.drydock.authoring.Step.Failure;
import dev.drydock.command.Refusal;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A proof in the form that build servers read: a suite for each lesson, a test case for each step of each round. */
final class JUnitReport {

    private final XMLStreamWriter xml;

    private JUnitReport(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static void write(Path file, List<PartProof> proofs) {
        Path parent = file.toAbsolutePath().getParent();
        try {
            if (parent != null) {
                Files.createDirectories(parent);
            }
            try (Writer writer = Files.newBufferedWriter(file)) {
                new JUnitReport(XMLOutputFactory.newInstance().createXMLStreamWriter(writer)).suites(proofs);
            }
        } catch (IOException | XMLStreamException e) {
            throw new Refusal("the report " + file + " cannot be written: " + e.getMessage(), "name another file");
        }
    }

    private void suites(List<PartProof> proofs) throws XMLStreamException {
        Map<String, List<PartProof>> byLesson = new TreeMap<>();
        proofs.forEach(proof -> byLesson.computeIfAbsent(proof.lesson(), lesson -> new ArrayList<>())
                .add(proof));
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuites");
        totals("drydock lesson test", proofs);
        for (Map.Entry<String, List<PartProof>> lesson : byLesson.entrySet()) {
            xml.writeCharacters("\n  ");
            xml.writeStartElement("testsuite");
            totals(lesson.getKey(), lesson.getValue());
            for (PartProof proof : lesson.getValue()) {
                cases(proof);
            }
            xml.writeCharacters("\n  ");
            xml.writeEndElement();
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.close();
    }

    private void totals(String name, List<PartProof> proofs) throws XMLStreamException {
        int steps = proofs.stream().mapToInt(proof -> proof.steps().size()).sum();
        long failures = proofs.stream().mapToLong(PartProof::failures).sum();
        long skipped = proofs.stream()
                .flatMap(proof -> proof.steps().stream())
                .filter(step -> !step.run())
                .count();
        Duration took = proofs.stream().map(PartProof::took).reduce(Duration.ZERO, Duration::plus);
        xml.writeAttribute("name", name);
        xml.writeAttribute("tests", Integer.toString(steps));
        xml.writeAttribute("failures", Long.toString(failures));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", Long.toString(skipped));
        xml.writeAttribute("time", seconds(took));
    }

    private void cases(PartProof proof) throws XMLStreamException {
        for (Step step : proof.steps()) {
            xml.writeCharacters("\n    ");
            xml.writeStartElement("testcase");
            xml.writeAttribute("classname", proof.name().replace('/', '.'));
            xml.writeAttribute("name", step.name() + (proof.round() == 1 ? "" : " (round " + proof.round() + ")"));
            xml.writeAttribute("time", seconds(step.took()));
            Failure failure = step.failure();
            if (failure != null) {
                failure(failure);
            } else if (!step.run()) {
                xml.writeEmptyElement("skipped");
            }
            xml.writeEndElement();
        }
    }

    private void failure(Failure failure) throws XMLStreamException {
        xml.writeStartElement("failure");
        xml.writeAttribute("type", failure.verdict());
        xml.writeAttribute("message", Shown.line("expected " + failure.expected() + "; seen " + failure.seen()));
        xml.writeCharacters(Shown.text(failure.script()));
        xml.writeEndElement();
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1000.0);
    }
}
