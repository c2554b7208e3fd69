package dev.drydock.egress;

/**
 * Why somebody is not let through, in words for the learner. A name's address is never told: what the school's own network looks like is
 * nobody's business.
 */
enum Refusal {
    ADDRESS(
            403,
            "This address is not on the internet",
            "%s is not on the internet: its address belongs to the classroom's own computer or network, or to nobody."
                    + " From a machine only public addresses can be reached.",
            "%s 은(는) 인터넷 주소가 아닙니다. 교실의 컴퓨터나 내부 네트워크의 주소이거나 쓰이지 않는 주소입니다." + " 머신에서는 공개된 주소에만 연결할 수 있습니다."),
    PORT(
            403,
            "This port is not open to machines",
            "Port %s is not open to machines. Whoever runs this classroom has opened only a few, usually 80 and 443"
                    + " (drydock.internet.ports).",
            "%s 번 포트는 머신에서 쓸 수 없습니다. 이 교실에서 허용한 포트(보통 80과 443)만 쓸 수 있습니다.(drydock.internet.ports)"),
    NOTATION(
            403,
            "This host cannot be read",
            "%s is neither a name nor an address as it is usually written. Write a name such as example.com, four decimal"
                    + " numbers, or [an IPv6 address] without a zone.",
            "%s 은(는) 이름도 아니고 보통 쓰는 형식의 주소도 아닙니다. example.com 같은 이름이나 십진수 네 개로 된 주소, 또는" + " [IPv6 주소]를 쓰세요."),
    UNKNOWN(
            502,
            "There is no such host",
            "There is no host of the name %s. Look for a misspelling.",
            "%s 이라는 이름의 호스트가 없습니다. 철자를 확인하세요."),
    UNANSWERED(
            503,
            "This name is not answered now",
            "Whether there is a host of the name %s is not answered now: your machine asks for many names at once, or the"
                    + " classroom's name server is slow or away. Try again in a moment.",
            "%s 이라는 이름을 지금은 찾아볼 수 없습니다. 머신이 한꺼번에 많은 이름을 묻고 있거나 교실의 네임 서버가 느리거나 끊긴 것입니다." + " 잠시 뒤에 다시 해 보세요."),
    SILENT(
            502,
            "This host does not answer",
            "%s does not answer. Try again; if it stays like this, the host or the classroom's internet is away.",
            "%s 에서 응답이 없습니다. 다시 해 보세요. 계속 그러면 그 호스트나 교실의 인터넷이 끊긴 것입니다."),
    MANY(
            429,
            "This machine has too many connections",
            "Your machine has as many connections to the internet as it may have (%s). Wait until some have ended.",
            "머신에서 인터넷에 연결할 수 있는 최대 개수(%s)에 이르렀습니다. 일부가 끝날 때까지 기다리세요."),
    REQUEST(400, "This request cannot be read", "The request cannot be read: %s.", "요청을 읽을 수 없습니다: %s"),
    METHOD(
            405,
            "This proxy only does CONNECT",
            "%s is not done here: this proxy only does CONNECT. Plain HTTP needs no proxy in a machine: unset http_proxy.",
            "%s 은(는) 할 수 없습니다. 이 프록시는 CONNECT만 처리합니다. 머신에서 HTTP에는 프록시가 필요 없습니다: unset http_proxy");

    private final int status;
    private final String phrase;
    private final String english;
    private final String korean;

    Refusal(int status, String phrase, String english, String korean) {
        this.status = status;
        this.phrase = phrase;
        this.english = english;
        this.korean = korean;
    }

    /** As an HTTP status code. */
    int status() {
        return status;
    }

    /** A few words for the status line: many programs show nothing else. */
    String phrase() {
        return phrase;
    }

    /** A sentence in each language. */
    String words(String what) {
        return english.formatted(what) + "\n" + korean.formatted(what) + "\n";
    }
}
