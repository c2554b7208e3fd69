package dev.drydock.journey;

import com.microsoft.playwright.Page;
import org.jspecify.annotations.Nullable;

/** What a page has said aloud and received, collected in the page before its own scripts run. */
final class Watching {

    static final String SCRIPT = """
            globalThis.watched = { said: [], sockets: [], received: 0 };
            globalThis.WebSocket = class extends WebSocket {
              constructor(...all) {
                super(...all);
                watched.sockets.push(this);
                this.addEventListener("message", ({ data }) => (watched.received += data.byteLength ?? 0));
              }
            };
            new MutationObserver((changes) => {
              for (const { target } of changes) {
                const status = (target.parentElement && !target.closest ? target.parentElement : target).closest?.("[role=status]");
                if (status?.textContent) watched.said.push(status.textContent);
              }
            }).observe(document, { subtree: true, childList: true, characterData: true });
            """;

    private Watching() {}

    /**
     * Waits until a function is true in the page and returns what it gave. Asked from here again and again, because Playwright's own way
     * to wait evaluates text in the page, which our content security policy rightly forbids.
     */
    static Object await(Page page, String function, @Nullable Object argument) {
        Object[] found = {null};
        Patience.until("this is true in the page: " + function + " of " + argument, () -> {
            found[0] = page.evaluate(function, argument);
            return found[0] != null && !Boolean.FALSE.equals(found[0]);
        });
        return found[0];
    }

    /** Waits until a live region of the page has said something with these words in it, however briefly. */
    static void awaitSaid(Page page, String words) {
        await(page, "words => watched.said.some(said => said.includes(words))", words);
    }

    /** How many bytes have come through WebSockets since the page was loaded. */
    static long received(Page page) {
        return ((Number) page.evaluate("watched.received")).longValue();
    }

    static void awaitReceived(Page page, long bytes) {
        await(page, "bytes => watched.received >= bytes", (double) bytes);
    }

    /** Breaks the page's connection off, as a network does. */
    static void dropConnection(Page page) {
        page.evaluate("watched.sockets.at(-1).close(4999)");
    }
}
