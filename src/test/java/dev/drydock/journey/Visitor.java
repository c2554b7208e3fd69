package dev.drydock.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody at a classroom's door without a browser: plain requests, in English unless they say otherwise. */
public final class Visitor {

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private final HttpClient client;
    private final String origin;
    private final String cookie;

    private Visitor(HttpClient client, String origin, String cookie) {
        this.client = client;
        this.origin = origin;
        this.cookie = cookie;
    }

    /** Somebody who is not signed in. */
    public static Visitor of(Classroom classroom) {
        return new Visitor(CLIENT, classroom.origin(), "nothing=here");
    }

    /** The learner. */
    public static Visitor signedIn(Classroom classroom) {
        return signedIn(classroom.origin(), classroom.signInAddress());
    }

    /** The learner of a server that answers there, signed in by an address of its own. */
    public static Visitor signedIn(String origin, String address) {
        return signedIn(CLIENT, origin, address);
    }

    /** The same by a client that knows more than usual, such as whose certificates to believe. */
    public static Visitor signedIn(HttpClient client, String origin, String address) {
        HttpResponse<String> answer = new Visitor(client, origin, "nothing=here").send(request(URI.create(address)));
        String cookie = answer.headers()
                .firstValue("Set-Cookie")
                .orElseThrow(() -> new AssertionError("Signing in is answered with " + answer.statusCode()));
        return new Visitor(client, origin, cookie.split(";")[0]);
    }

    /** The classroom as this visitor's browser names it. */
    public String origin() {
        return origin;
    }

    /** The cookie that proves who they are, as {@code NAME=VALUE}. */
    public String cookie() {
        return cookie;
    }

    /** Asks for a page. */
    public HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = request(URI.create(origin + path));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Posts a form from the lesson page, with the token that the page has put into it. */
    public HttpResponse<String> post(String page, String path, String... headers) {
        return postForm(page, path, "", headers);
    }

    /** The same with something filled in. */
    public HttpResponse<String> postForm(String page, String path, String fields, String... headers) {
        Matcher token = FORM_TOKEN.matcher(get(page).body());
        if (!token.find()) {
            throw new AssertionError("There is no form with a token on " + page);
        }
        return postAs("_csrf=" + token.group(1) + "&" + fields, path, headers);
    }

    /** Posts whatever a test wants. */
    public HttpResponse<String> postAs(String form, String path, String... headers) {
        HttpRequest.Builder request = request(URI.create(origin + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", origin)
                .POST(BodyPublishers.ofString(form));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** A WebSocket that is this visitor's, still to be opened. */
    public WebSocket.Builder socket() {
        return client.newWebSocketBuilder().header("Cookie", cookie);
    }

    /** Where a WebSocket is reached. */
    public URI socketAddress(String path) {
        return URI.create(origin.replaceFirst("^http", "ws") + path);
    }

    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).header("Accept", "text/html");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.header("Cookie", cookie).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for an answer", e);
        }
    }
}
