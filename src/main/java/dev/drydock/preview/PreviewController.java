package dev.drydock.preview;

import dev.drydock.account.ForLearners;
import dev.drydock.lesson.Lessons;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells an open page when there is something newer than what it shows. */
@Controller
@ForLearners
@ConditionalOnBooleanProperty("drydock.preview")
class PreviewController {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    /** The browser connects again by itself; so a page that nobody looks at any more is noticed. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Lessons lessons;
    private volatile boolean ending;

    PreviewController(Lessons lessons) {
        this.lessons = lessons;
    }

    /** One event {@code changed}, as soon as the lessons' revision is another one than that of the page. */
    @GetMapping(path = "/preview/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter changes(@RequestParam long since) {
        SseEmitter page = new SseEmitter(LONGEST.toMillis() * 2);
        AtomicBoolean gone = new AtomicBoolean();
        page.onCompletion(() -> gone.set(true));
        Thread.ofVirtual().name("preview-from-" + since).start(() -> follow(page, since, gone));
        return page;
    }

    /** A page that waits would hold up the end of the server. */
    @EventListener(ContextClosedEvent.class)
    void end() {
        ending = true;
    }

    private void follow(SseEmitter page, long since, AtomicBoolean gone) {
        try {
            long looks = LONGEST.dividedBy(BETWEEN_LOOKS);
            page.send(SseEmitter.event().comment("waiting").reconnectTime(BETWEEN_LOOKS.toMillis()));
            while (looks-- > 0 && !ending && !gone.get() && lessons.revision() == since) {
                Thread.sleep(BETWEEN_LOOKS);
            }
            if (lessons.revision() != since) {
                page.send(SseEmitter.event().name("changed").data(lessons.revision()));
            }
            page.complete();
        } catch (IOException | IllegalStateException browserGone) {
            gone.set(true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            page.complete();
        }
    }
}
