package dev.drydock.lesson;

import static dev.drydock.lesson.RuleCase.of;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Mistakes in files, in scripts and between the languages. */
final class FileRuleCases {

    private static final String CHECK = "docker/one/check/say-hi.sh";

    static final List<RuleCase> ALL = List.of(
            of(Rule.FILE_MISSING, course -> course.delete(CHECK), CHECK + ":1:1: This file is missing. Add it."),
            of(
                    Rule.FILE_UNREADABLE,
                    course -> course.delete(CHECK).directory(CHECK),
                    CHECK + ":1:1: This is not a file. Put a file of this name here."),
            of(
                    Rule.FILE_SIZE,
                    course -> course.script(CHECK, "#!/bin/sh\n" + "#".repeat(64 * 1024)),
                    CHECK + ":1:1: This file is larger than 64 KiB. Make it smaller."),
            of(
                    Rule.FILE_ENCODING,
                    course -> bytes(course.path(CHECK), new byte[] {(byte) 0xff}),
                    CHECK + ":1:1: This file is not UTF-8. Save it as UTF-8."),
            of(
                    Rule.FILE_LINK,
                    course -> course.delete(CHECK).link(CHECK, Path.of("/etc/hostname")),
                    CHECK + ":1:1: This is a link that leads out of the course. Put a copy of the file here."),
            of(
                    Rule.SCRIPT_INTERPRETER,
                    course -> course.script(CHECK, "exit 0\n"),
                    CHECK + ":1:1: This script does not say what runs it. Make its first line '#!/bin/sh'."),
            of(
                    Rule.SCRIPT_LINE_ENDS,
                    course -> course.script(CHECK, "#!/bin/sh\r\n"),
                    CHECK + ":1:1: This script has Windows line ends. Save it with Unix line ends (LF)."),
            of(
                    Rule.SCRIPT_MODE,
                    course -> course.write("docker/one/setup.sh", "#!/bin/sh\n"),
                    "docker/one/setup.sh:1:1: This script is not executable. Run 'chmod +x docker/one/setup.sh'."),
            of(
                    Rule.SCRIPT_STRANGER,
                    course -> course.script("docker/one/check/other.sh", "#!/bin/sh\n"),
                    "docker/one/check/other.sh:1:1: There is no task 'other' in this lesson; its tasks are [say-hi]. Rename or remove this file."),
            of(
                    Rule.WRONG_NAME,
                    course -> course.script("docker/one/wrong/say-hi.sh", "#!/bin/sh\n"),
                    "docker/one/wrong/say-hi.sh:1:1: A wrong try is named TASK--NAME.sh, in lower case. Rename it."),
            of(
                    Rule.WRONG_MESSAGE,
                    course -> course.script("docker/one/wrong/say-hi--bye.sh", "#!/bin/sh\n# expect en: No\n"),
                    "docker/one/wrong/say-hi--bye.sh:1:1: This wrong try does not declare its message. Write '# expect ko:"
                            + " …' at its head."),
            of(
                    Rule.FILES_LIMIT,
                    course -> {
                        for (int i = 0; i <= 200; i++) {
                            course.write("docker/one/files/" + i, "");
                        }
                    },
                    "docker/one/files:1:1: There are more than 200 files here. Have setup.sh make what is not in this"
                            + " repository."),
            of(
                    Rule.FILES_LIMIT,
                    course -> {
                        for (int i = 0; i <= 8; i++) {
                            course.directory("docker/one/files");
                            bytes(course.path("docker/one/files/" + i), new byte[1024 * 1024]);
                        }
                    },
                    "docker/one/files:1:1: These files are larger than 8 MiB in all. Have setup.sh make what is not in this"
                            + " repository."),
            of(
                    Rule.FILES_LIMIT,
                    course -> course.write("docker/one/files/1/2/3/4/5/6/7/8/9.txt", ""),
                    "docker/one/files/1/2/3/4/5/6/7/8:1:1: This is nested deeper than 7 directories. Make it flatter."),
            of(
                    Rule.FILES_NAME,
                    course -> course.write("docker/one/files/a\tb", ""),
                    "docker/one/files/a\tb:1:1: This path is longer than 200 characters, or has control characters or \\"
                            + " in it. Rename it."),
            of(
                    Rule.FILES_NAME,
                    course -> course.write("docker/one/files", ""),
                    "docker/one/files:1:1: This is not a directory. Make it one: what is in it goes to the learner's home."),
            of(
                    Rule.TRANSLATION_TASKS,
                    course -> course.korean("# 첫걸음\n"),
                    "docker/one/lesson.ko.md:1:1: The tasks and quizzes here are [], in lesson.md they are [say-hi]. Make"
                            + " them the same, in the same order."),
            of(
                    Rule.TRANSLATION_POINTS,
                    course -> course.korean(Course101.LESSON.replace("say-hi]", "say-hi points=3]")),
                    "docker/one/lesson.ko.md:8:1: 'say-hi' has other points than in lesson.md. Leave them out here."),
            of(
                    Rule.TRANSLATION_QUIZZES,
                    course -> course.korean(
                            Course101.LESSON.replace("[!TASK say-hi]", "[!QUIZ say-hi]") + ">\n> - [x] A\n> - [ ] B\n"),
                    "docker/one/lesson.ko.md:8:1: 'say-hi' is not the same here as in lesson.md. Give it the same choices, in"
                            + " the same order, with '[x]' before the same ones."),
            of(
                    Rule.TRANSLATION_COMMANDS,
                    course -> course.korean(Course101.LESSON + "\n```sh fails\nls\n```\n"),
                    "docker/one/lesson.ko.md:12:1: Command 1 here is 'ls', which fails, in lesson.md it is none. Make them"
                            + " the same, in the same order."),
            of(
                    Rule.TRANSLATION_TERMINALS,
                    course -> course.write(
                            "docker/one/lesson.ko.md",
                            Course101.KOREAN.replaceFirst("---\n", "---\nterminals: {web: 웹}\n")),
                    "docker/one/lesson.ko.md:2:18: lesson.md has no terminal 'web'. Correct the name, or remove it."),
            of(
                    Rule.TRANSLATION_KEY,
                    course -> course.write(
                            "docker/one/lesson.ko.md", Course101.KOREAN.replaceFirst("---\n", "---\nsolutions: 0\n")),
                    "docker/one/lesson.ko.md:2:12: 'solutions' is the same in every language. Write it only in lesson.md."),
            of(
                    Rule.TRANSLATION_KEY,
                    course -> course.lesson("---\ntranslates: 0123456789ab\n---\n" + Course101.LESSON),
                    "docker/one/lesson.md:2:13: 'translates' is for translations. Remove it from lesson.md."),
            of(
                    Rule.TRANSLATION_STALE,
                    course -> course.write("docker/one/lesson.md", Course101.LESSON + "\nMore.\n"),
                    "docker/one/lesson.ko.md:2:13: lesson.md has changed since this was translated. Bring it up to date, then"
                            + " run './drydock lesson stamp docker/one'."),
            of(
                    Rule.TRANSLATION_UNSTAMPED,
                    course -> course.write("docker/one/lesson.ko.md", Course101.LESSON),
                    "docker/one/lesson.ko.md:1:1: This translation does not say which text it is made of. Once it is up to"
                            + " date, run './drydock lesson stamp docker/one'."),
            of(
                    Rule.TRANSLATION_STRANGER,
                    course -> course.write("docker/one/lesson.fr.md", "# Un"),
                    "docker/one/lesson.fr.md:1:1: 'fr' is no further language of this course. Add it to languages in"
                            + " course.yaml, or remove this file."));

    private FileRuleCases() {}

    private static void bytes(Path file, byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
