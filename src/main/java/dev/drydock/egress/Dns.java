package dev.drydock.egress;

import java.net.UnknownHostException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Answers a machine's DNS queries (RFC 1035): a name that exists gets an address of {@link Names}, whatever its own are. Only IPv4 addresses are told;
 * to all other questions about a name there is no answer, which is not an error.
 */
final class Dns {

    /** What a query may have, in bytes: more than any single question needs. */
    static final int LONGEST_QUERY = 512;

    private static final int HEADER = 12;
    private static final int LONGEST_NAME = 255;
    private static final int A = 1;
    private static final int INTERNET = 1;
    private static final int TTL_SECONDS = 30;

    /** This is a response, recursion was desired and is available. */
    private static final int RESPONSE = 0x8180;

    private static final int NO_ERROR = 0;
    private static final int SERVER_FAILURE = 2;
    private static final int NO_SUCH_NAME = 3;

    private final Lookups lookups;

    Dns(Lookups lookups) {
        this.lookups = lookups;
    }

    /** A question: for what name, and of what type and class. */
    private record Question(String name, int type, int internet, byte[] bytes) {}

    /** The answer; nothing to what is no query of one question. */
    Optional<byte[]> answer(byte[] query, Account account) {
        if (query.length < HEADER || query.length > LONGEST_QUERY) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(query);
        short id = in.getShort();
        int flags = in.getShort();
        int questions = in.getShort();
        if ((flags & 0xf800) != 0 || questions != 1) {
            return Optional.empty();
        }
        try {
            in.position(HEADER);
            return Optional.of(answer(id, question(in), account));
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Question question(ByteBuffer in) {
        int start = in.position();
        StringBuilder name = new StringBuilder();
        for (int length = in.get(); length != 0; length = in.get()) {
            // A negative length would be a pointer: there is nothing yet to point to.
            if (length < 0 || length > 63) {
                throw new IllegalArgumentException("no label");
            }
            byte[] label = new byte[length];
            in.get(label);
            name.append(new String(label, StandardCharsets.ISO_8859_1)).append('.');
        }
        int type = in.getShort();
        int internet = in.getShort();
        byte[] bytes = new byte[in.position() - start];
        in.get(start, bytes);
        if (name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("no name");
        }
        return new Question(name.toString().toLowerCase(Locale.ROOT), type, internet, bytes);
    }

    private byte[] answer(short id, Question question, Account account) {
        if (question.type() != A || question.internet() != INTERNET) {
            return response(id, question, NO_ERROR, Optional.empty());
        }
        try {
            if (Target.parse(question.name()) instanceof Target.Name(String name)) {
                lookups.resolve(name, account.lookups());
                return response(
                        id, question, NO_ERROR, Optional.of(account.names().addressOf(name)));
            }
            return response(id, question, NO_SUCH_NAME, Optional.empty());
        } catch (Refused | UnknownHostException e) {
            return response(id, question, NO_SUCH_NAME, Optional.empty());
        } catch (UnansweredException e) {
            return response(id, question, SERVER_FAILURE, Optional.empty());
        }
    }

    private static byte[] response(short id, Question question, int code, Optional<Integer> address) {
        ByteBuffer out = ByteBuffer.allocate(HEADER + question.bytes().length + (address.isPresent() ? 16 : 0));
        out.putShort(id).putShort((short) (RESPONSE | code));
        out.putShort((short) 1).putShort((short) (address.isPresent() ? 1 : 0)).putInt(0);
        out.put(question.bytes());
        address.ifPresent(number -> {
            // The name: see the question.
            out.putShort((short) (0xc000 | HEADER)).putShort((short) A).putShort((short) INTERNET);
            out.putInt(TTL_SECONDS).putShort((short) Integer.BYTES).putInt(number);
        });
        return out.array();
    }
}
