package dev.drydock.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectRequestTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONNECT example.com:443 HTTP/1.1|Host: example.com:443",
                "CONNECT example.com:443 HTTP/1.1|Host: example.com",
                "CONNECT example.com:443 HTTP/1.1|host:EXAMPLE.com:443|User-Agent: curl/8|Proxy-Connection: Keep-Alive",
                "CONNECT example.com.:443 HTTP/1.0",
            })
    void parseWhenItIsOneReturnsWhereTo(String head) throws Refused {
        assertThat(parse(head)).isEqualTo(new ConnectRequest(new Target.Name("example.com"), 443));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            GET http://example.com/ HTTP/1.1; METHOD
            OPTIONS * HTTP/1.1; METHOD
            connect example.com:443 HTTP/1.1; REQUEST
            CONNECT  example.com:443 HTTP/1.1; REQUEST
            CONNECT example.com:443  HTTP/1.1; REQUEST
            ~CONNECT example.com:443 HTTP/1.1 ~; REQUEST
            CONNECT example.com:443; REQUEST
            CONNECT example.com:443 HTTP/2.0; REQUEST
            CONNECT example.com HTTP/1.1; REQUEST
            CONNECT example.com: HTTP/1.1; REQUEST
            CONNECT example.com:0 HTTP/1.1; REQUEST
            CONNECT example.com:065 HTTP/1.1; REQUEST
            CONNECT example.com:65536 HTTP/1.1; REQUEST
            CONNECT example.com:443x HTTP/1.1; REQUEST
            CONNECT example.com:443:80 HTTP/1.1; REQUEST
            CONNECT ::1:443 HTTP/1.1; REQUEST
            CONNECT user@example.com:443 HTTP/1.1; NOTATION
            CONNECT https://example.com:443 HTTP/1.1; REQUEST
            CONNECT example.com:443 HTTP/1.1|Host: other.example; REQUEST
            CONNECT example.com:443 HTTP/1.1|Host: example.com:80; REQUEST
            CONNECT example.com:443 HTTP/1.1|Host: example.com|Host: example.com; REQUEST
            CONNECT example.com:443 HTTP/1.1|Host: example.com|Content-Length: 5; REQUEST
            CONNECT example.com:443 HTTP/1.1|Host: example.com|Transfer-Encoding: chunked; REQUEST
            CONNECT example.com:443 HTTP/1.1|Host: example.com|transfer-ENCODING: x; REQUEST
            CONNECT example.com:443 HTTP/1.1|Host : example.com; REQUEST
            CONNECT example.com:443 HTTP/1.1|Host: example.com| folded: yes; REQUEST
            CONNECT example.com:443 HTTP/1.1|no colon; REQUEST
            CONNECT example.com:443 HTTP/1.1|A: b\\nHost: other.example; REQUEST
            CONNECT example.com:443 HTTP/1.1|A: b\\rHost: other.example; REQUEST
            CONNECT example.com:443 HTTP/1.1|A: b\\0; REQUEST
            CONNECT example.com:443 HTTP/1.1\\nHost: example.com; REQUEST
            CONNECT 127.1:443 HTTP/1.1; NOTATION
            CONNECT [fe80::1%eth0]:443 HTTP/1.1; NOTATION
            """)
    void parseWhenItCouldBeUnderstoodDifferentlyIsRefused(String head, Refusal refusal) {
        String real = head.replace("\\n", "\n").replace("\\r", "\r").replace("\\0", "\0");
        assertThatThrownBy(() -> parse(real))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }

    private static ConnectRequest parse(String head) throws Refused {
        return ConnectRequest.parse(head.replace("|", "\r\n"));
    }
}
