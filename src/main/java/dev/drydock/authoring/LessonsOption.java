package dev.drydock.authoring;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the lessons are; the launcher says it with a system property. */
final class LessonsOption {

    @Option(
            names = "--lessons",
            paramLabel = "DIR",
            defaultValue = "${sys:drydock.lessons:-lessons}",
            description = "The lessons directory (default: lessons in the checkout).")
    Path directory = Path.of("lessons");
}
