package dev.drydock.rehearsal;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One learner's signed-in browser, as far as HTTP goes. */
final class Browser {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client;
    private final URI server;
    private final String cookie;

    /** What all learners share: connections, and threads enough for everybody. */
    static HttpClient client() {
        return HttpClient.newBuilder()
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /** @param cookie a {@code Cookie} header */
    Browser(HttpClient client, URI server, String cookie) {
        this.client = client;
        this.server = server;
        this.cookie = cookie;
    }

    /** The page there. */
    String page(String path) {
        return send(asking(path).header("Accept", "text/html").GET().build());
    }

    /**
     * Posts a form of a page and returns the card that answers it.
     *
     * @param page has the form's hidden token
     * @param fields of the form, as {@code name=value} pairs
     */
    String post(String page, String path, String... fields) {
        StringBuilder form = new StringBuilder("_csrf=").append(formToken(page));
        for (String field : fields) {
            form.append('&').append(field);
        }
        return send(asking(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Drydock-Fragment", "true")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString()))
                .build());
    }

    /** A terminal of the learner's machine; it is not connected yet. */
    Terminal terminal(String shell) {
        String address = server.toString().replaceFirst("^http", "ws") + "/terminal/" + shell;
        return new Terminal(client, URI.create(address), server.toString(), cookie);
    }

    private static String formToken(String page) {
        Matcher token = FORM_TOKEN.matcher(page);
        if (!token.find()) {
            throw new Mishap("the page has no form");
        }
        return URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder asking(String path) {
        return HttpRequest.newBuilder(server.resolve(path))
                .timeout(LIMIT)
                .header("Cookie", cookie)
                .header("Origin", server.toString())
                .header("Accept-Language", "en");
    }

    private String send(HttpRequest request) {
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new Mishap(
                        request.method() + " " + request.uri().getPath() + " was answered with " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new Mishap(request.method() + " " + request.uri().getPath() + " was not answered: " + e);
        } catch (InterruptedException e) {
            throw Ended.interrupted();
        }
    }
}
