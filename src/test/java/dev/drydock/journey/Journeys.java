package dev.drydock.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Tracing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * A learner's browser windows, new for each test, and the classroom they look at. A journey that fails leaves pictures and a trace
 * (playwright show-trace) in target/journeys/. One whose pages complain on the console fails, too.
 */
final class Journeys implements BeforeEachCallback, AfterEachCallback {

    private final List<BrowserContext> windows = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private @Nullable Browsers browsers;
    private @Nullable Classroom classroom;
    private @Nullable ExtensionContext context;

    @Override
    public void beforeEach(ExtensionContext context) {
        this.context = context;
        browsers = context.getRoot()
                .getStore(Namespace.create(Journeys.class))
                .computeIfAbsent(Browsers.class, type -> Browsers.start(), Browsers.class);
        complaints.clear();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        boolean failed = context.getExecutionException().isPresent();
        String name = context.getRequiredTestClass().getSimpleName() + "." + context.getDisplayName();
        String file = name.replaceAll("[^\\p{Alnum}.-]+", "_").replaceAll("_$", "");
        try {
            for (int window = 0; window < windows.size(); window++) {
                close(windows.get(window), failed, file + "-" + (window + 1));
            }
        } finally {
            windows.clear();
        }
        if (failed && classroom != null) {
            // What it left behind, a program that never ends perhaps, must not be the next one's trouble.
            classroom.forget();
        } else if (!failed) {
            assertThat(complaints).as("what pages complained about").isEmpty();
        }
    }

    /** The one that all share; opened when it is asked for. */
    Classroom classroom() {
        Classroom asked = SharedClassroom.of(Objects.requireNonNull(context));
        classroom = asked;
        return asked;
    }

    /** A window of somebody who is not signed in yet. */
    BrowserContext stranger(NewContextOptions options) {
        BrowserContext window = Objects.requireNonNull(browsers).browser().newContext(options);
        windows.add(window);
        window.setDefaultTimeout(Patience.GUARD.toMillis());
        window.tracing().start(new Tracing.StartOptions().setSnapshots(true));
        window.addInitScript(Watching.SCRIPT);
        window.onPage(this::listen);
        return window;
    }

    /** A window of the learner. */
    BrowserContext learner(NewContextOptions options) {
        BrowserContext window = stranger(options);
        window.request().get(classroom().signInAddress());
        return window;
    }

    BrowserContext learner() {
        return learner(english());
    }

    static NewContextOptions english() {
        return new NewContextOptions().setLocale("en-GB").setViewportSize(1280, 800);
    }

    static NewContextOptions korean() {
        return english().setLocale("ko-KR");
    }

    private void listen(Page page) {
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
    }

    private static void close(BrowserContext window, boolean failed, String file) {
        if (failed) {
            keep(window, file);
        }
        window.close();
    }

    /** What it looked like; a page that cannot be looked at any more must not hide the failure. */
    private static void keep(BrowserContext window, String file) {
        try {
            int number = 0;
            for (Page page : window.pages()) {
                number++;
                Path picture = Classroom.TRACES.resolve(file + "-" + number + ".png");
                page.screenshot(new Page.ScreenshotOptions().setPath(picture).setTimeout(10_000));
            }
            window.tracing().stop(new Tracing.StopOptions().setPath(Classroom.TRACES.resolve(file + ".zip")));
        } catch (PlaywrightException gone) {
            System.err.println("No trace of " + file + ": " + gone.getMessage());
        }
    }
}
