package dev.drydock.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.classroom.NameList.Entry;
import dev.drydock.classroom.NameList.Problem;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameListTests {

    private static final String KOREAN = "이름\n김민준\n이서연\n";

    @Test
    void parseTakesANameALine() {
        NameList list = NameList.parse("Ada\r\n\r\n  Grace   Hopper \nLinus");

        assertThat(list.entries())
                .containsExactly(new Entry(1, "Ada"), new Entry(3, "Grace Hopper"), new Entry(4, "Linus"));
        assertThat(list.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "number,Name,mail\n1,Ada,a@example.org\n2,\"Hopper, Grace\",g@example.org\n",
                "number;name\n1;Ada\n2;\"Hopper, Grace\"\n",
                "이름\t번호\nAda\t1\nHopper, Grace\t2\n",
                "mail, NAME \na@example.org,Ada\ng@example.org,\"Hopper, Grace\"\n"
            })
    void parseTakesTheColumnThatIsCalledName(String table) {
        assertThat(NameList.parse(table).entries()).containsExactly(new Entry(2, "Ada"), new Entry(3, "Hopper, Grace"));
    }

    @Test
    void parseWithoutSuchAColumnTakesTheFirst() {
        assertThat(NameList.parse("Ada,7\nGrace,8").entries())
                .containsExactly(new Entry(1, "Ada"), new Entry(2, "Grace"));
    }

    @Test
    void parseSaysWhatIsWrongAndInWhichLine() {
        String tooLong = "x".repeat(41);
        NameList list = NameList.parse("name,mail\nAda,1\n,2\n\"Bo,3\n" + tooLong + "\nA\u202EB\nAda,4\nBo");

        assertThat(list.entries()).containsExactly(new Entry(2, "Ada"), new Entry(8, "Bo"));
        assertThat(list.problems())
                .containsExactly(
                        new Problem(3, "empty", ",2"),
                        new Problem(4, "quote", "\"Bo,3"),
                        new Problem(5, "too-long", tooLong),
                        new Problem(6, "strange-characters", "A\u202EB"),
                        new Problem(7, "twice", "Ada"));
    }

    @Test
    void parseTakesNoMoreThanOneListMayHave() {
        String names = IntStream.rangeClosed(1, NameList.MOST + 1)
                .mapToObj(number -> "Learner " + number)
                .collect(Collectors.joining("\n"));

        assertThat(NameList.parse(names).entries()).hasSize(NameList.MOST);
        assertThat(NameList.parse(names).problems())
                .containsExactly(new Problem(NameList.MOST + 1, "too-many", "Learner 501"));
    }

    @Test
    void withoutLeavesOutWhoIsThereAndSaysSoInTheOrderOfTheLines() {
        NameList list = NameList.parse("Ada\nBo\nBo\nCy").without(Set.of("Ada", "Cy"));

        assertThat(list.entries()).containsExactly(new Entry(2, "Bo"));
        assertThat(list.problems())
                .containsExactly(
                        new Problem(1, "present", "Ada"),
                        new Problem(3, "twice", "Bo"),
                        new Problem(4, "present", "Cy"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\"b", "\"a\"\"b\"", "\"a\",\"b\""})
    void cellsMayHaveQuotes(String line) {
        assertThat(Cells.of(line, ',').orElseThrow().getFirst()).startsWith("a").doesNotContain("\"\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a", "\"a\"b", "\"", "x,\"a"})
    void cellsWhoseQuotesDoNotCloseAreNone(String line) {
        assertThat(Cells.of(line, ',')).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "x-windows-949", "EUC-KR"})
    void decodeReadsKoreanInWhateverSpreadsheetsWriteItIn(String charset) {
        assertThat(NameFile.decode(KOREAN.getBytes(Charset.forName(charset)))).contains(KOREAN);
    }

    @Test
    void decodeReadsWhatHasAMark() {
        assertThat(NameFile.decode(("\uFEFF" + KOREAN).getBytes(StandardCharsets.UTF_8)))
                .contains(KOREAN);
        assertThat(NameFile.decode(KOREAN.getBytes(StandardCharsets.UTF_16))).contains(KOREAN);
        assertThat(NameFile.decode(("\uFEFF" + KOREAN).getBytes(StandardCharsets.UTF_16LE)))
                .contains(KOREAN);
    }

    @Test
    void decodeWhenItIsNoTextReturnsNothing() {
        assertThat(NameFile.decode(new byte[] {'P', 'K', 3, 4, 0, 0, 1, 2})).isEmpty();
        assertThat(NameFile.decode(new byte[] {(byte) 0x80, (byte) 0xFF, 1})).isEmpty();
    }
}
