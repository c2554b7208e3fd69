package dev.drydock.authoring;

import dev.drydock.lesson.SourceDigest;
import java.util.List;
import java.util.Locale;

/** The words of a new lesson. They are meant to be replaced, and yet they are a whole lesson. */
final class Skeleton {

    static final String CHECK = """
            #!/bin/sh
            # Passed once note.txt holds something. docs/checks.md lists what else can be asked in one line.
            set -eu
            . check.sh

            file_exists ~/note.txt
            holds file_matches ~/note.txt . ||
              not_yet "The file note.txt is empty. Write something into it." \\
                "note.txt 파일이 비어 있습니다. 내용을 써 넣으세요."
            """;

    static final String SOLUTION = """
            #!/bin/sh
            set -eu
            echo 'Containers are fun.' > ~/note.txt
            """;

    private static final String ENGLISH = """
            ---
            summary: What learners can do after this lesson, in a sentence.
            minutes: 5
            ---
            # TITLE

            What this is about, and why anybody would want to know it.

            > [!TASK write-note] **Write a note**
            >
            > Write a line into the file `~/note.txt`:
            >
            > ```sh copy
            > echo YOUR_LINE > ~/note.txt
            > ```
            >
            > <details><summary>Where is this file?</summary>
            >
            > `~` is your home directory. `ls ~` lists what is in it.
            >
            > </details>
            """;

    private static final String KOREAN = """
            ---
            summary: 이 수업을 마치면 할 수 있게 되는 일을 한 문장으로 쓰세요.
            minutes: 5
            ---
            # TITLE

            무엇에 관한 수업인지, 왜 알아 두면 좋은지 쓰세요.

            > [!TASK write-note] **메모 쓰기**
            >
            > `~/note.txt` 파일에 한 줄을 쓰세요.
            >
            > ```sh copy
            > echo 쓰고_싶은_말 > ~/note.txt
            > ```
            >
            > <details><summary>이 파일은 어디에 있나요?</summary>
            >
            > `~`는 홈 디렉터리입니다. `ls ~`로 그 안에 무엇이 있는지 볼 수 있습니다.
            >
            > </details>
            """;

    private Skeleton() {}

    static String text(String title, Locale language) {
        return (isKorean(language) ? KOREAN : ENGLISH).replace("TITLE", title);
    }

    static String translation(String title, Locale language, String first) {
        return text(title, language).replace("minutes: 5\n", "translates: " + SourceDigest.of(first) + "\n");
    }

    static String empty(List<Locale> languages) {
        return "#!/bin/sh\n# The file is there, but nothing is in it.\n"
                + expected(languages, "The file note.txt is empty", "note.txt 파일이 비어 있습니다")
                + "set -eu\ntouch ~/note.txt\n";
    }

    static String otherPlace(List<Locale> languages) {
        return "#!/bin/sh\n# The right file in a directory where nobody looks for it.\n"
                + expected(
                        languages, "Expected a file “~/note.txt”, but there is none", "“~/note.txt” 파일이 있어야 하는데 없습니다")
                + "set -eu\necho 'Containers are fun.' > /tmp/note.txt\n";
    }

    /** {@code not_yet} knows English and Korean; readers of other languages get English. */
    private static String expected(List<Locale> languages, String english, String korean) {
        StringBuilder lines = new StringBuilder();
        for (Locale language : languages) {
            lines.append("# expect ")
                    .append(language.toLanguageTag())
                    .append(": ")
                    .append(isKorean(language) ? korean : english)
                    .append('\n');
        }
        return lines.toString();
    }

    private static boolean isKorean(Locale language) {
        return language.getLanguage().equals("ko");
    }
}
