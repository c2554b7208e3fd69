package dev.drydock.egress;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DnsTests {

    private static final int A = 1;
    private static final int AAAA = 28;

    private final Account account = Account.with(1, 1000);
    private final Dns dns = new Dns(new Lookups(DnsTests::addresses, 2, Duration.ofSeconds(30)));

    private static List<InetAddress> addresses(String name) throws UnknownHostException, UnansweredException {
        if (name.equals("example.com") || name.equals("intranet.example")) {
            return List.of(InetAddress.ofLiteral("10.0.0.1"));
        }
        if (name.equals("unanswered.example")) {
            throw new UnansweredException(name);
        }
        throw new UnknownHostException(name);
    }

    @Test
    void answerWhenTheNameExistsIsAnAddressThatStandsForIt() {
        ByteBuffer answer = answer(query("EXAMPLE.com", A));
        assertThat(answer.getShort(0)).isEqualTo((short) 0x1234);
        assertThat(answer.getShort(2)).isEqualTo((short) 0x8180);
        assertThat(answer.getShort(6)).isEqualTo((short) 1);
        int address = answer.getInt(answer.limit() - 4);
        assertThat(account.names().nameOf(address)).contains("example.com");
    }

    @Test
    void answerWhenTheNameDoesNotExistSaysSo() {
        assertThat(answer(query("nosuch.example.com", A)).getShort(2)).isEqualTo((short) 0x8183);
        assertThat(answer(query("localhost", A)).getShort(2)).isEqualTo((short) 0x8183);
        assertThat(answer(query("1.0.0.127", A)).getShort(2)).isEqualTo((short) 0x8183);
    }

    @Test
    void answerWhenAnythingElseIsAskedForHasNoAnswerAndIsNoError() {
        ByteBuffer answer = answer(query("example.com", AAAA));
        assertThat(answer.getShort(2)).isEqualTo((short) 0x8180);
        assertThat(answer.getShort(6)).isZero();
    }

    @Test
    void answerWhenTheMachineAsksForTooMuchAtOnceIsAFailure() throws InterruptedException {
        account.lookups().acquire(account.lookups().availablePermits());
        assertThat(answer(query("example.com", A)).getShort(2)).isEqualTo((short) 0x8182);
    }

    @Test
    void answerWhenNobodySaysWhetherTheNameExistsIsAFailure() {
        assertThat(answer(query("unanswered.example", A)).getShort(2)).isEqualTo((short) 0x8182);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 11, 12, 13, 20, 28})
    void answerWhenTheQueryBreaksOffIsNothing(int length) {
        assertThat(dns.answer(Arrays.copyOf(query("example.com", A), length), account))
                .isEmpty();
    }

    @Test
    void answerWhenALabelIsAPointerIsNothing() {
        byte[] query = query("example.com", A);
        query[12] = (byte) 0xc0;
        query[13] = 12;
        assertThat(dns.answer(query, account)).isEmpty();
    }

    @Test
    void answerWhenItIsAResponseOrHasManyQuestionsIsNothing() {
        byte[] response = query("example.com", A);
        response[2] |= (byte) 0x80;
        assertThat(dns.answer(response, account)).isEmpty();
        byte[] many = query("example.com", A);
        many[5] = 2;
        assertThat(dns.answer(many, account)).isEmpty();
    }

    @Test
    void answerWhenTheNameIsLongerThanNamesAreIsNothing() {
        assertThat(dns.answer(query("a".repeat(63) + ("." + "b".repeat(63)).repeat(4), A), account))
                .isEmpty();
    }

    private ByteBuffer answer(byte[] query) {
        return ByteBuffer.wrap(dns.answer(query, account).orElseThrow());
    }

    private static byte[] query(String name, int type) {
        ByteBuffer out = ByteBuffer.allocate(512);
        out.putShort((short) 0x1234)
                .putShort((short) 0x0100)
                .putShort((short) 1)
                .putShort((short) 0)
                .putInt(0);
        for (String label : name.split("\\.")) {
            out.put((byte) label.length()).put(label.getBytes(StandardCharsets.ISO_8859_1));
        }
        out.put((byte) 0).putShort((short) type).putShort((short) 1);
        return Arrays.copyOf(out.array(), out.position());
    }
}
