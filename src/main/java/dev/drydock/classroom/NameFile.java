package dev.drydock.classroom;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The bytes of a list of names, as spreadsheets write them: UTF-8 with or without a mark, UTF-16 with one, or Korean Windows' CP949. */
final class NameFile {

    private static final char MARK = '\uFEFF';
    private static final Charset CP949 = Charset.forName("x-windows-949");

    private NameFile() {}

    /** The text; nothing where it is in none of these. Whatever can be read as UTF-8 is UTF-8: by chance Korean in CP949 cannot. */
    static Optional<String> decode(byte[] bytes) {
        if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
            return decode(bytes, StandardCharsets.UTF_16);
        }
        return decode(bytes, StandardCharsets.UTF_8)
                .or(() -> decode(bytes, CP949))
                .map(text -> text.indexOf(MARK) == 0 ? text.substring(1) : text)
                .filter(text -> text.indexOf('\0') < 0);
    }

    private static Optional<String> decode(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException another) {
            return Optional.empty();
        }
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }
}
